using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

public sealed class WebinarImportTableTests
{
    public static TheoryData<ImportStatus, ImportTrigger> Cells =>
        [.. from status in Enum.GetValues<ImportStatus>() from trigger in Enum.GetValues<ImportTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(Cells))]
    [Requirement("WBN-11")]
    public void Decide_InEveryCell_DoesWhatTheTableSays(ImportStatus status, ImportTrigger trigger)
    {
        var cell = WebinarImportTables.Import[status, trigger];
        HashSet<ImportStatus> reached = [];
        HashSet<RefusalCode> refused = [];
        foreach (var before in Imports.In(status))
        {
            (before?.Status ?? ImportStatus.None).ShouldBe(status);
            foreach (var command in Imports.Of(trigger))
            {
                foreach (var context in new[] { Imports.ByAdministrator, Imports.ByStranger, Imports.ByRun })
                {
                    var explained = WebinarImportMachine.Explain(before, context)[(int)trigger];
                    var decision = WebinarImportMachine.Decide(before, command, context);
                    if (decision.Refusal is { } refusal)
                    {
                        refused.Add(refusal.Definition);
                        explained.Availability.ShouldNotBe(ActionAvailability.Allowed, $"{command} was refused: {refusal}");
                        continue;
                    }

                    explained.Availability.ShouldNotBe(ActionAvailability.Refused, "what is done was not refused beforehand");
                    var after = before;
                    foreach (var happened in decision)
                    {
                        var next = WebinarImportMachine.Evolve(after, happened);
                        WebinarImportMachine.Describe(after, happened, next).ShouldBe(new StatusChange("", (after?.Status ?? ImportStatus.None).ToString(), next.Status.ToString()));
                        after = next;
                    }

                    reached.Add(after?.Status ?? ImportStatus.None);
                }
            }
        }

        reached.ShouldBe(cell.Targets, ignoreOrder: true);
        refused.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    [Fact]
    public void Commands_AndTriggers_AreTheSame() =>
        typeof(WebinarImportCommand).GetNestedTypes().Select(static command => command.Name).ShouldBe(Enum.GetNames<ImportTrigger>(), ignoreOrder: true);

    [Fact]
    public void Advance_WhateverTheTime_DoesNothing_ForAnImportHasNoDeadline()
    {
        foreach (var state in Enum.GetValues<ImportStatus>().SelectMany(Imports.In).OfType<WebinarImport>())
        {
            WebinarImportMachine.NextDeadline(state).ShouldBeNull();
            WebinarImportMachine.Advance(state, DateTimeOffset.MaxValue).ToList().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Evolve_HistoryThatDoesNotBeginWithAStart_Throws() =>
        Should.Throw<InvalidOperationException>(() => WebinarImportMachine.Evolve(null, new WebinarImportEvent.PlanConfirmed())).Message.ShouldContain("PlanConfirmed");
}
