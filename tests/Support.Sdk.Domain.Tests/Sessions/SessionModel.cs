using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// Everything that a few people, the end user's computers and time can do to a session.
internal sealed class SessionModel : MachineModel<SupportSession, Asked, SessionEvent>
{
    public static readonly Actor[] Technicians = [Alice, Guest, Bob, Manager, Outsider];

    public override DateTimeOffset Start => SessionFacts.Now;

    public override TimeSpan ClockStep => TimeOut;

    public override IEnumerable<Asked> CommandsIn(SupportSession? state, DateTimeOffset now)
    {
        foreach (var actor in Technicians)
        {
            foreach (var command in OfTechnician(state))
            {
                yield return new(actor, command);
            }
        }

        foreach (var device in new[] { Computer, OtherComputer })
        {
            yield return new(EndUser, Launch(device));
            yield return new(EndUser, new SessionCommand.LoseDevice(device));
            yield return new(EndUser, new SessionCommand.StopConnection(device));
            yield return new(EndUser, Grant(state?.Access.RequestId ?? "late", device));
        }

        yield return new(EndUser, Grant("late"));
        yield return new(EndUser, Reject(state?.Access.RequestId ?? "late"));
        yield return new(EndUser, new SessionCommand.Close());
    }

    public override string Abstract(SupportSession? state, DateTimeOffset now) => state is null
        ? ""
        : string.Join(
            ' ',
            state.Status,
            state.Channel.Id,
            state.Assignee,
            string.Join(',', state.Invited.Order()),
            state.Device,
            state.Access.Status,
            state.Access.RequestedBy,
            string.Join(',', state.Access.Connected.Order()));

    public override IEnumerable<TableStep> TableStepsOf(ExploredStep<SupportSession, Asked, SessionEvent> step)
    {
        var (from, to) = (StatusOf(step.Before), StatusOf(step.After));
        if (step.Command is { } asked)
        {
            yield return new TableStep("session", from, asked.Command.GetType().Name, to);
        }
        else if (from != to || step.Before is not { IsLive: true })
        {
            yield return new TableStep("session", from, nameof(SessionTrigger.TimeUp), to);
        }
    }

    public override (string Action, string Subject)? ActionOf(SupportSession? state, Asked command) => (command.Command.GetType().Name, command.By.Id);

    public override IEnumerable<string> ViolationsOf(ExploredStep<SupportSession, Asked, SessionEvent> step) => SessionRules.Violations(step);

    private static string StatusOf(SupportSession? session) => (session?.Status ?? SessionStatus.None).ToString();

    private static IEnumerable<SessionCommand> OfTechnician(SupportSession? state) =>
    [
        Create(), new SessionCommand.Assign("bob"), new SessionCommand.Take(), new SessionCommand.TransferToTechnician("bob"),
        new SessionCommand.TransferToChannel(state?.Channel == Network ? Printers : Network, AssigneeHasAccess: state?.Assignee == "alice"),
        new SessionCommand.Invite("gina"), new SessionCommand.Invite("bob"), new SessionCommand.Leave(), new SessionCommand.Release(), Request(),
        new SessionCommand.Connect(), new SessionCommand.Disconnect(), new SessionCommand.AddNote("n1", "Hello"), new SessionCommand.Share(),
        new SessionCommand.Close(), new SessionCommand.Delete(), Grant(state?.Access.RequestId ?? "late"),
    ];
}
