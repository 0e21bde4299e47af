using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;
using Support.Sdk.Webinars;
using Step = Support.Sdk.Testing.ExploredStep<Support.Sdk.Webinars.WebinarImport, Support.Sdk.Webinars.WebinarImportCommand, Support.Sdk.Webinars.WebinarImportEvent>;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// Random histories of an import: people and runs in any order, strangers among them.
public sealed class WebinarImportPropertyTests
{
    private static readonly WebinarImportModel Model = new(chunks: 20, allSteps: true);

    // Each number is one step: what it means depends on the state, so that long histories get somewhere.
    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, 9_999).ArrayOf(80).ToArbitrary();

    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    [Requirement("WBN-11")]
    public void History_Any_KeepsEveryRuleAfterEveryStep() =>
        Prop.ForAll(Histories, static history => Play(history).SelectMany(WebinarImportRules.Violations).ShouldBeEmpty()).Check(Run);

    [Fact]
    [Requirement("WBN-11")]
    public void History_Any_AsksForEachRunOnce() =>
        Prop.ForAll(Histories, static history =>
        {
            var steps = Play(history);

            var runs = steps.SelectMany(static step => Imports.EffectsOf(step.Before, step.Decision.ToList())).Cast<WebinarImportEffect.Run>().Select(static run => run.Number);

            runs.ShouldBe(Enumerable.Range(1, steps[^1].After?.Run ?? 0));
        }).Check(Run);

    [Fact]
    public void History_Any_IsExplainedAsItIsDecided() =>
        Prop.ForAll(Histories, static history =>
        {
            foreach (var step in Play(history))
            {
                foreach (var context in new[] { Imports.ByAdministrator, Imports.ByStranger, Imports.ByRun })
                {
                    var explained = WebinarImportMachine.Explain(step.Before, context)[(int)Imports.TriggerOf(step.Command!)];
                    var decision = WebinarImportMachine.Decide(step.Before, step.Command!, context);
                    explained.Action.ShouldBe(Imports.TriggerOf(step.Command!).ToString());
                    if (explained.Availability == ActionAvailability.Refused)
                    {
                        decision.Refusal.ShouldBe(explained.Refusal);
                    }
                    else if (explained.Availability == ActionAvailability.Allowed)
                    {
                        decision.Refusal.ShouldBeNull();
                    }
                }
            }
        }).Check(Run.WithMaxTest(100));

    [Fact]
    public void History_Any_ReplaysFromStoredEventsToTheSameSnapshot() =>
        Prop.ForAll(Histories, static history =>
        {
            WebinarImport? state = null, replayed = null;
            foreach (var step in Play(history))
            {
                state = step.After;
                replayed = Imports.After(replayed, step.Decision.ToList().Select(static happened => WebinarImportMachine.Format.Read(WebinarImportMachine.Format.Write(happened))));
            }

            if (state is not null)
            {
                Snapshot(replayed!).ShouldBe(Snapshot(state));
                Snapshot(WebinarImportMachine.Format.Read(WebinarImportMachine.Format.Write(state))!).ShouldBe(Snapshot(state));
            }
        }).Check(Run);

    [Fact]
    public void History_Any_RepeatOfWhatARunTells_RecordsNothingButItsOwnFault() =>
        Prop.ForAll(Histories, static history =>
        {
            // A run may tell the same again when it does not know whether it was heard.
            foreach (var step in Play(history).Where(static step => step.Decision.IsAccepted && step.Command is not (WebinarImportCommand.Interrupt or WebinarImportCommand.TakeOver)))
            {
                WebinarImportMachine.Decide(step.After, step.Command!, Imports.ByRun).ToList().ShouldBeEmpty();
            }
        }).Check(Run);

    private static List<Step> Play(int[] history)
    {
        List<Step> steps = [];
        WebinarImport? state = null;
        foreach (var number in history)
        {
            var commands = Model.CommandsIn(state, Imports.Now).ToList();
            var command = commands[number % commands.Count];
            var context = number / 100 % 4 == 0 ? Imports.ByStranger : Imports.ByAdministrator;
            var decision = WebinarImportMachine.Decide(state, command, context);
            var before = state;
            state = Imports.After(state, decision.ToList());
            steps.Add(new(before, command, context.Now, decision, state));
        }

        return steps;
    }

    private static string Snapshot(WebinarImport state) => Encoding.UTF8.GetString(WebinarImportMachine.Format.Write(state).Data.Span);
}
