using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// Random histories of three meetings: people, effects, provider and time in any order.
public sealed class MeetingPropertyTests
{
    private const int MaxMeetings = 3;

    private static readonly MeetingModel Model = new(MaxMeetings);

    // Each number is one step: what it means depends on the state, so that long histories get somewhere.
    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, 9_999).ArrayOf(60).ToArbitrary();

    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    [Requirement("MTG-05")]
    public void History_Any_KeepsEveryRuleAfterEveryStep() =>
        Prop.ForAll(Histories, history => Play(history).SelectMany(MeetingRules.Violations).ShouldBeEmpty()).Check(Run);

    [Fact]
    public void History_Any_ReplaysFromStoredEventsToTheSameSnapshot() =>
        Prop.ForAll(Histories, history =>
        {
            var (state, replayed) = (WorkItemMeetings.Empty, WorkItemMeetings.Empty);
            foreach (var step in Play(history))
            {
                state = step.After!;
                foreach (var @event in step.Decision)
                {
                    replayed = MeetingMachine.Evolve(replayed, MeetingMachine.Format.Read(MeetingMachine.Format.Write(@event)));
                }
            }

            Snapshot(replayed).ShouldBe(Snapshot(state));
            Snapshot(MeetingMachine.Format.Read(MeetingMachine.Format.Write(state))!).ShouldBe(Snapshot(state));
        }).Check(Run);

    [Fact]
    public void History_Any_RefusedLeavesTheStateAsItIs() =>
        Prop.ForAll(Histories, history =>
        {
            foreach (var step in Play(history).Where(step => !step.Decision.IsAccepted))
            {
                step.After.ShouldBeSameAs(step.Before);
            }
        }).Check(Run);

    [Fact]
    public void History_Any_RepeatOfAnAcceptedReportRecordsNothing() =>
        Prop.ForAll(Histories, history =>
        {
            // Effects and webhooks report at least once: the repeat of an accepted report must not be recorded again.
            // What was made too late is deleted again each time: deleting is safe to repeat.
            foreach (var step in Play(history).Where(step => step.Command is MeetingCommand.ConfirmProvisioned or MeetingCommand.ConfirmCancelled
                or MeetingCommand.ConfirmReplySubmitted or MeetingCommand.ApplyReport && step.Decision.IsAccepted))
            {
                var again = MeetingMachine.Decide(step.After, step.Command!, new CommandContext(Agent, step.Now));
                again.ToList().ShouldAllBe(@event => @event is MeetingEvent.ProvisionedTooLate);
            }
        }).Check(Run);

    [Fact]
    public void History_OfManyMeetings_KeepsTheStateSmall() =>
        Prop.ForAll(Histories, history =>
        {
            var scene = new MeetingScene();
            for (var i = 0; i < history.Length; i++)
            {
                var (meeting, reply) = ($"x{i}", $"y{i}");
                var command = history[i] % 2 == 0
                    ? (MeetingCommand)StartInstant(meeting, reply)
                    : Schedule(meeting, reply, Plan with { StartsAt = scene.Now.AddHours(1), OpensAt = scene.Now.AddHours(1) });
                if (scene.When(command).Count > 0)
                {
                    scene.State.Meetings.Count(candidate => !candidate.IsOpen).ShouldBeLessThanOrEqualTo(10);
                    scene.State.Replies.Length.ShouldBeLessThanOrEqualTo(scene.State.Meetings.Length);
                }

                if (history[i] % 3 > 0)
                {
                    scene.When(Provisioned(meeting));
                }

                scene.At(scene.Now.AddMinutes(history[i] % 500));
            }
        }).Check(Run.WithMaxTest(40));

    private static List<ExploredStep<WorkItemMeetings, MeetingCommand, MeetingEvent>> Play(int[] history)
    {
        List<ExploredStep<WorkItemMeetings, MeetingCommand, MeetingEvent>> steps = [];
        var scene = new MeetingScene();
        foreach (var number in history)
        {
            if (number % 7 == 0)
            {
                MoveTo(scene.Now.AddMinutes(number % 120));
                continue;
            }

            // Time first, as a runner does: a command may have left something that is due already.
            MoveTo(scene.Now);
            var before = scene.State;
            var commands = Model.CommandsIn(before, scene.Now).ToList();
            var command = commands[number % commands.Count];
            steps.Add(new(before, command, scene.Now, scene.When(command), scene.State));
        }

        return steps;

        void MoveTo(DateTimeOffset now)
        {
            var before = scene.State;
            var decision = MeetingMachine.Advance(before, now);
            scene.At(now);
            steps.Add(new(before, null, now, decision, scene.State));
        }
    }

    private static string Snapshot(WorkItemMeetings state) => Encoding.UTF8.GetString(MeetingMachine.Format.Write(state).Data.Span);
}
