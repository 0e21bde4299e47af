using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

// A command together with who gives it, so that one history has many people.
internal sealed record Asked(Actor By, SessionCommand Command);

// The session machine for such commands; Explain answers for everybody, each as a subject.
internal sealed class AskedMachine : IMachine<SupportSession, Asked, SessionEvent, NoEffect>
{
    public static MachineInfo Info => SupportSessionMachine.Info;

    public static MachineFormat<SupportSession, SessionEvent, NoEffect> Format => SupportSessionMachine.Format;

    public static Decision<SessionEvent> Decide(SupportSession? state, Asked command, in CommandContext context) =>
        SupportSessionMachine.Decide(state, command.Command, new CommandContext(command.By, context.Now));

    public static SupportSession Evolve(SupportSession? state, SessionEvent @event) => SupportSessionMachine.Evolve(state, @event);

    public static Decision<SessionEvent> Advance(SupportSession state, DateTimeOffset now) => SupportSessionMachine.Advance(state, now);

    public static DateTimeOffset? NextDeadline(SupportSession state) => SupportSessionMachine.NextDeadline(state);

    public static void React(SessionEvent @event, SupportSession after, ICollection<NoEffect> effects) => SupportSessionMachine.React(@event, after, effects);

    public static StatusChange Describe(SupportSession? before, SessionEvent @event, SupportSession after) => SupportSessionMachine.Describe(before, @event, after);

    public static IReadOnlyList<ActionStatus> Explain(SupportSession? state, in CommandContext context)
    {
        List<ActionStatus> all = [];
        foreach (var actor in SessionModel.Technicians.Append(SessionFacts.EndUser))
        {
            foreach (var status in SupportSessionMachine.Explain(state, new CommandContext(actor, context.Now)))
            {
                all.Add(status.Availability switch
                {
                    ActionAvailability.Allowed => ActionStatus.Allowed(status.Action, actor.Id),
                    ActionAvailability.Refused => ActionStatus.Refused(status.Action, status.Refusal!, actor.Id),
                    _ => ActionStatus.DependsOnPayload(status.Action, actor.Id),
                });
            }
        }

        return all;
    }
}
