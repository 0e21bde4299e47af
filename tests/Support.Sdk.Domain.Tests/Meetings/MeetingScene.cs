using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Meetings;

// Runs the meeting machine as a runner does, without a store: time first, then the command, then events and effects.
internal sealed class MeetingScene
{
    public WorkItemMeetings State { get; private set; } = WorkItemMeetings.Empty;

    public DateTimeOffset Now { get; private set; } = MeetingFacts.Now;

    public List<MeetingEvent> Events { get; } = [];

    public List<MeetingEffect> Effects { get; } = [];

    public Meeting Meeting => State.FindMeeting(MeetingFacts.Id).ShouldNotBeNull();

    public MeetingScene Given(params MeetingCommand[] commands)
    {
        foreach (var command in commands)
        {
            var decision = When(command);
            decision.IsAccepted.ShouldBeTrue($"{command} was {decision}");
        }

        return this;
    }

    public MeetingScene At(DateTimeOffset now)
    {
        Now = now;
        Record(MeetingMachine.Advance(State, now));
        return this;
    }

    public Decision<MeetingEvent> When(MeetingCommand command)
    {
        At(Now);
        var decision = MeetingMachine.Decide(State, command, new CommandContext(MeetingFacts.Agent, Now));
        Record(decision);
        return decision;
    }

    public string? RefusalOf(MeetingCommand command) => When(command).Refusal?.Code;

    public Reply Reply(string id = "r1") => State.FindReply(id).ShouldNotBeNull();

    public ActionStatus Action(MeetingTrigger action, string subject = MeetingFacts.Id) =>
        MeetingMachine.Explain(State, new CommandContext(MeetingFacts.Agent, Now)).Single(status => status.Action == action.ToString() && status.Subject == subject);

    private void Record(Decision<MeetingEvent> decision)
    {
        foreach (var @event in decision)
        {
            State = MeetingMachine.Evolve(State, @event);
            Events.Add(@event);
            MeetingMachine.React(@event, State, Effects);
        }
    }
}
