using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Setup;

public sealed class WebinarSetupTableTests
{
    public static TheoryData<WebinarSetupStatus, WebinarSetupTrigger> Cells =>
        [.. from status in Enum.GetValues<WebinarSetupStatus>() from trigger in Enum.GetValues<WebinarSetupTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_InEveryCell_DoesWhatTheTableSays(WebinarSetupStatus status, WebinarSetupTrigger trigger)
    {
        var cell = WebinarSetupTables.Setup[status, trigger];
        HashSet<WebinarSetupStatus> reached = [];
        HashSet<RefusalCode> refused = [];
        foreach (var before in Setups.In(status))
        {
            before.Status.ShouldBe(status);
            foreach (var command in Setups.Of(trigger))
            {
                foreach (var context in new[] { Setups.ByAdministrator, Setups.ByStranger })
                {
                    var explained = WebinarSetupMachine.Explain(before, context)[(int)trigger];
                    var decision = WebinarSetupMachine.Decide(before, command, context);
                    if (decision.Refusal is { } refusal)
                    {
                        refused.Add(refusal.Definition);
                        explained.Availability.ShouldNotBe(ActionAvailability.Allowed, $"{command} was refused: {refusal}");
                        continue;
                    }

                    explained.Availability.ShouldNotBe(ActionAvailability.Refused, "what is done was not refused beforehand");
                    var after = Setups.After(before, decision);
                    reached.Add(after.Status);
                    foreach (var happened in decision)
                    {
                        WebinarSetupMachine.Describe(before, happened, after).ShouldBe(new StatusChange("", before.Status.ToString(), after.Status.ToString()));
                    }

                    Again(after, command, context).ShouldBeEmpty("a repetition changes nothing");
                }
            }
        }

        reached.ShouldBe(cell.Targets, ignoreOrder: true);
        refused.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    // What was deleted is missing: that is said, and records nothing either.
    private static List<WebinarSetupEvent> Again(WebinarSetup state, WebinarSetupCommand command, CommandContext context)
    {
        var decision = WebinarSetupMachine.Decide(state, command, context);
        return decision.IsAccepted ? [.. decision] : [];
    }
}
