using System.Text.Json;
using Shouldly;
using Support.Sdk.Benchmarks.Meetings;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Tests;

public sealed class MeetingBenchmarksTests
{
    public static TheoryData<MeetingStatus, MeetingTrigger> AllPairs => [..
        from status in Enum.GetValues<MeetingStatus>()
        from trigger in Enum.GetValues<MeetingTrigger>()
        select (status, trigger)];

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void HandWrittenSwitch_AnyPair_AgreesWithTheTable(MeetingStatus status, MeetingTrigger trigger)
    {
        var isKnown = MeetingTables.Meeting.TryGetNext(status, trigger, out var expected);

        HandWrittenMeeting.TryGetNext(status, trigger, out var next).ShouldBe(isKnown);
        next.ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Transition_Benchmarks_ComeToTheSameSum(bool mixed)
    {
        var benchmarks = new TransitionBenchmarks { Mixed = mixed };
        benchmarks.Setup();

        var sum = benchmarks.Table();

        sum.ShouldBeGreaterThan(0);
        sum.ShouldBe(benchmarks.HandWrittenSwitch());
    }

    [Fact]
    public void AcceptedDecision_Benchmarks_ComeToTheSameState()
    {
        var benchmarks = new AcceptedDecisionBenchmarks();

        var state = benchmarks.DecideAndEvolve();

        state.FindMeeting(Sample.MeetingId)!.Status.ShouldBe(MeetingStatus.Live);
        Json(state).ShouldBe(Json(benchmarks.RecordWith()));
    }

    [Fact]
    public void RefusedDecision_Benchmarks_GiveTheSameCode()
    {
        var benchmarks = new RefusedDecisionBenchmarks();

        var refusal = benchmarks.Decide();

        refusal.ShouldNotBeNull().Code.ShouldBe(benchmarks.HandWrittenCode());
    }

    [Fact]
    public void Advance_Benchmarks_FindNothingDue()
    {
        var benchmarks = new AdvanceBenchmarks();

        benchmarks.Advance().ShouldBeFalse();
        benchmarks.HandWrittenLoop().ShouldBeFalse();
    }

    [Fact]
    public void HandWrittenLoop_MeetingOver_FindsItDue()
    {
        var state = Sample.With(MeetingStatus.Live);
        var later = Sample.Now.AddHours(2);

        HandWrittenMeeting.IsAnythingDue(state, later).ShouldBeTrue();
        MeetingMachine.Advance(state, later).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(MeetingStatus.Requested)]
    [InlineData(MeetingStatus.Scheduled)]
    [InlineData(MeetingStatus.Live)]
    [InlineData(MeetingStatus.Cancelling)]
    [InlineData(MeetingStatus.Ended)]
    public void HandWrittenExplain_AnyStatus_AgreesWithTheMachine(MeetingStatus status)
    {
        var state = Sample.With(status);

        var explained = MeetingMachine.Explain(state, Sample.Context);

        Codes(explained).ShouldBe(HandWrittenMeeting.Explain(state, Sample.Now).Select(permission => (permission.Action, permission.Subject, permission.Code)));
    }

    [Fact]
    public void Explain_Benchmarks_GiveTheSameAnswers()
    {
        var benchmarks = new ExplainBenchmarks();

        var explained = benchmarks.Explain();

        explained.Count.ShouldBe(7);
        Codes(explained).ShouldBe(benchmarks.HandWrittenPermissions().Select(permission => (permission.Action, permission.Subject, permission.Code)));
    }

    [Fact]
    public void Restore_Benchmarks_ComeToTheSameDocument()
    {
        var benchmarks = new RestoreBenchmarks();

        var state = benchmarks.ReadDecideAndEvolve();

        state.FindMeeting(Sample.MeetingId)!.Status.ShouldBe(MeetingStatus.Live);
        Json(state).ShouldBe(JsonSerializer.Serialize(benchmarks.DeserializeAndRecordWith(), HandWrittenJsonContext.Default.HandWrittenState));
    }

    private static IEnumerable<(string Action, string Subject, string? Code)> Codes(IEnumerable<ActionStatus> actions) =>
        actions.Select(action => (action.Action, action.Subject, action.Refusal?.Code));

    private static string Json(WorkItemMeetings state) => System.Text.Encoding.UTF8.GetString(MeetingMachine.Format.Write(state).Data.Span);
}
