using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.FakeRecords;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// A run that goes on where another stopped knows whom that one has imported.
[Requirement("WBN-12")]
public sealed class RememberedKeyTests
{
    [Fact]
    public async Task Plan_KeyThatIsRemembered_RepeatsTheRememberedRow()
    {
        var records = new FakeRecords();
        using var planner = new ImportPlanner(Contact, "webinar", records);
        planner.Remember(Row(7, " A@Example.com ").KeyDigest, 7);

        var plans = await PlanAsync(planner, [Row(11, "b@example.com"), Row(12, "a@example.com"), Row(13, "a@EXAMPLE.com")]);

        plans.Select(static plan => (plan.Verdict.Reason, plan.RepeatsRow)).ShouldBe([(ImportReason.New, null), (ImportReason.Repeated, 7L), (ImportReason.Repeated, 7L)]);
        records.Queries.ShouldHaveSingleItem().Keys.ShouldBe(["b@example.com"], "nobody is looked up who is imported already");
        PreparedRow.Of(plans[1], ParticipantKind.Registrant).Notes.ShouldBe([new ImportNote("webinars.plan-repeated", ["7"])]);
        planner.Summary.Rows.ShouldBe(3, "what an earlier run planned is not counted again");
        planner.Summary.Repeated.ShouldBe(2);
    }

    [Fact]
    public async Task Remember_KeyOfTwoRows_KeepsTheFirst()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords());
        planner.Remember(Row(3, "a@example.com").KeyDigest, 3);
        planner.Remember(Row(9, "A@example.com").KeyDigest, 9);

        (await PlanAsync(planner, [Row(10, "a@example.com")])).Single().RepeatsRow.ShouldBe(3);
    }

    [Fact]
    public async Task Plan_AfterRememberingAnEarlierRun_GivesWhatOneRunWouldHave()
    {
        ImportRow[] rows = [.. Enumerable.Range(1, 200).Select(static number => Row(number, $"p{number * 7 % 60}@example.com"))];
        using var whole = new ImportPlanner(Contact, "webinar", new FakeRecords());
        var expected = await PlanAsync(whole, rows);
        using var resumed = new ImportPlanner(Contact, "webinar", new FakeRecords());
        foreach (var plan in expected.Take(40).Where(static plan => plan.Verdict.HasRecord))
        {
            resumed.Remember(plan.Row.KeyDigest, plan.Row.Number);
        }

        var plans = await PlanAsync(resumed, rows.Skip(40));

        plans.Select(static plan => (plan.Verdict, plan.RepeatsRow)).ShouldBe(expected.Skip(40).Select(static plan => (plan.Verdict, plan.RepeatsRow)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(uint.MaxValue + 1L)]
    public void Remember_NoNumberOfARow_NamesTheArgument(long number)
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords());

        Should.Throw<ArgumentOutOfRangeException>(() => planner.Remember(1, number)).ParamName.ShouldBe("number");
    }
}
