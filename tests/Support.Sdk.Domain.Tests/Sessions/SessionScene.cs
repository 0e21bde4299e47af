using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

// Runs the session machine as a runner does, without a store: time first, then the command, then its events.
internal sealed class SessionScene
{
    public SupportSession? State { get; private set; }

    public DateTimeOffset Now { get; private set; } = SessionFacts.Now;

    public SupportSession Session => State.ShouldNotBeNull();

    public SessionAccess Access => Session.Access;

    public SessionStatus Status => State?.Status ?? SessionStatus.None;

    public SessionScene By(Actor actor, params SessionCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = When(actor, command);
            decision.IsAccepted.ShouldBeTrue($"{command} by {actor} was {decision}");
        }

        return this;
    }

    public SessionScene At(DateTimeOffset now)
    {
        Now = now;
        if (State is not null)
        {
            Record(SupportSessionMachine.Advance(State, now));
        }

        return this;
    }

    public SessionScene After(TimeSpan time) => At(Now + time);

    public Decision<SessionEvent> When(Actor actor, SessionCommand command)
    {
        At(Now);
        var decision = SupportSessionMachine.Decide(State, command, new CommandContext(actor, Now));
        Record(decision);
        return decision;
    }

    public string? RefusalOf(Actor actor, SessionCommand command) => When(actor, command).Refusal?.Code;

    public ActionStatus Action(Actor actor, SessionTrigger action) =>
        SupportSessionMachine.Explain(State, new CommandContext(actor, Now)).Single(status => status.Action == action.ToString());

    private void Record(Decision<SessionEvent> decision)
    {
        foreach (var @event in decision)
        {
            State = SupportSessionMachine.Evolve(State, @event);
        }
    }
}
