using Shouldly;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.FakeRecords;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class RepeatedRowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(200)]
    public async Task Plan_SameKeyInAnotherSpelling_BecomesOneRecordAndIsReported(int batchSize)
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords());

        var plans = await PlanAsync(
            planner, [Row(1, "a@example.com"), Row(2, "b@example.com"), Row(3, " A@Example.COM "), Row(4, "a@example.com", "Other", "Name"), Row(5, "B@example.com")], batchSize);

        plans.Select(plan => (plan.Action, plan.RepeatsRow)).ShouldBe(
            [(RowAction.Insert, null), (RowAction.Insert, null), (RowAction.Skip, 1L), (RowAction.Skip, 1L), (RowAction.Skip, 2L)]);
        plans.Where(plan => plan.RepeatsRow is not null).ShouldAllBe(plan => plan.Verdict.Reason == ImportReason.Repeated && plan.GetChanges().IsEmpty);
        planner.Summary.Repeated.ShouldBe(3);
    }

    [Fact]
    public async Task Plan_FirstRowUnusable_LetsTheNextOneStandForThePerson()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords());

        var plans = await PlanAsync(planner, [Row(1, "a@example.com", last: ""), Row(2, "A@example.com"), Row(3, "a@example.com", last: "")]);

        plans.Select(plan => (plan.Verdict.Reason, plan.RepeatsRow)).ShouldBe([(ImportReason.Incomplete, null), (ImportReason.New, null), (ImportReason.Repeated, 2L)]);
    }

    [Fact]
    public async Task Plan_Conflict_IsToldToEachRowOfTheKey()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords(Person("1", "a@example.com"), Person("2", "a@example.com")));

        var plans = await PlanAsync(planner, [Row(1, "a@example.com"), Row(2, "A@example.com")], batchSize: 1);

        plans.ShouldAllBe(plan => plan.Verdict.Reason == ImportReason.Several);
    }

    [Fact]
    public async Task Plan_RecordNeedsNoChange_StillStandsForThePerson()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords(Person("1", "a@example.com", "F", "L")));

        var plans = await PlanAsync(planner, [Row(1, "a@example.com"), Row(2, "a@example.com", "Other")]);

        plans.Select(plan => plan.Verdict.Reason).ShouldBe([ImportReason.Unchanged, ImportReason.Repeated]);
    }

    [Fact]
    public async Task Plan_KeyThatTellsCaseApart_IsNotRepeated()
    {
        var plan = MappingPlan.Compile(new WebinarMapping("Visitor__c", "Case_Key__c", [new("Case_Key__c", WebinarField.Email), new("Key__c", WebinarField.Email)]), Targets.Visitor);
        using var planner = new ImportPlanner(plan, "webinar", new FakeRecords());

        var plans = await PlanAsync(planner, [Row(1, "x1", plan: plan), Row(2, "X1", plan: plan), Row(3, " x1", plan: plan)]);

        plans.Select(one => one.Action).ShouldBe([RowAction.Insert, RowAction.Insert, RowAction.Skip]);
    }

    [Fact]
    public async Task Plan_ManyKeys_FindsEachAgain()
    {
        const int Count = 30_000;
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords());

        var plans = await PlanAsync(planner, Enumerable.Range(0, Count * 2).Select(index => Row(index + 1, $"p{index % Count}@example.com")), 500);

        plans.Take(Count).ShouldAllBe(plan => plan.Action == RowAction.Insert);
        plans.Skip(Count).ShouldAllBe(plan => plan.RepeatsRow == plan.Row.Number - Count);
    }
}
