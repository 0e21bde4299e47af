using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Sessions;

// Random histories: technicians, the end user and time in any order.
public sealed class SessionPropertyTests
{
    private static readonly SessionModel Model = new();

    // Each number is one step: what it means depends on the state, so that long histories get somewhere.
    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, 9_999).ArrayOf(80).ToArbitrary();

    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    [Requirement("SES-15")]
    public void History_Any_KeepsEveryRuleAfterEveryStep() =>
        Prop.ForAll(Histories, history => Play(history).SelectMany(SessionRules.Violations).ShouldBeEmpty()).Check(Run);

    [Fact]
    [Requirement("SES-15")]
    public void History_Any_RefusedLeavesTheStateAsItIs() =>
        Prop.ForAll(Histories, history =>
        {
            foreach (var step in Play(history).Where(step => !step.Decision.IsAccepted))
            {
                step.After.ShouldBeSameAs(step.Before);
            }
        }).Check(Run);

    [Fact]
    public void History_Any_ReplaysFromStoredEventsToTheSameSnapshot() =>
        Prop.ForAll(Histories, history =>
        {
            SupportSession? state = null;
            SupportSession? replayed = null;
            foreach (var step in Play(history))
            {
                state = step.After;
                foreach (var @event in step.Decision)
                {
                    replayed = SupportSessionMachine.Evolve(replayed, SupportSessionMachine.Format.Read(SupportSessionMachine.Format.Write(@event)));
                }
            }

            Snapshot(replayed).ShouldBe(Snapshot(state));
        }).Check(Run);

    private static List<ExploredStep<SupportSession, Asked, SessionEvent>> Play(int[] history)
    {
        List<ExploredStep<SupportSession, Asked, SessionEvent>> steps = [];
        var scene = new SessionScene().By(SessionFacts.Alice, SessionFacts.Create());
        steps.Add(new(null, null, scene.Now, new SessionEvent.Created(SessionFacts.Network, SessionFacts.Secrets, "alice", scene.Now), scene.State));
        foreach (var number in history)
        {
            MoveTo(number % 7 == 0 ? scene.Now.AddSeconds(number % 97) : scene.Now);
            var before = scene.State;

            // Most that anybody tries is refused or ends the session; let the end be rare, so that a history is long.
            var commands = Model.CommandsIn(before, scene.Now).Where(asked => number % 11 == 0 || asked.Command is not (SessionCommand.Close or SessionCommand.Delete)).ToList();
            var command = commands[number % commands.Count];
            steps.Add(new(before, command, scene.Now, scene.When(command.By, command.Command), scene.State));
        }

        return steps;

        void MoveTo(DateTimeOffset now)
        {
            var before = scene.State;
            var decision = SupportSessionMachine.Advance(before!, now);
            scene.At(now);
            steps.Add(new(before, null, now, decision, scene.State));
        }
    }

    private static string Snapshot(SupportSession? state) => state is null ? "" : Encoding.UTF8.GetString(SupportSessionMachine.Format.Write(state).Data.Span);
}
