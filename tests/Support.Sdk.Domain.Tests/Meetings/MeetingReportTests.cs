using Shouldly;
using Support.Sdk.Meetings;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// What the provider reports comes late, twice and out of order.
public sealed class MeetingReportTests
{
    private static readonly DateTimeOffset StartedAt = StartsAt.AddMinutes(2);
    private static readonly DateTimeOffset EndedAt = StartsAt.AddMinutes(30);
    private static readonly DateTimeOffset ReportedAt = StartsAt.AddMinutes(40);

    public static TheoryData<int[]> Orders()
    {
        TheoryData<int[]> data = [];
        foreach (var order in Permutations([0, 0, 1, 1]).DistinctBy(order => string.Join(',', order)))
        {
            data.Add(order);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Reports_StartedAndEndedTwiceInAnyOrder_LeaveTheMeetingEnded(int[] order)
    {
        MeetingCommand[] reports = [Started(StartedAt), Ended(EndedAt)];
        var scene = MeetingScenes.Scheduled().At(ReportedAt);

        scene.Given([.. order.Select(index => reports[index])]);

        scene.Meeting.Status.ShouldBe(MeetingStatus.Ended);
        scene.Meeting.Course!.EndedAt.ShouldBe(EndedAt);
        scene.Effects.Count(effect => effect is MeetingEffect.Log).ShouldBe(1);
    }

    [Fact]
    public void Reports_UpdatedStartedEndedInEveryOrder_LeaveTheMeetingEnded()
    {
        MeetingCommand[] reports = [Updated(Now, StartsAt, "Renamed"), Started(StartedAt), Ended(EndedAt)];
        foreach (var order in Permutations([0, 1, 2]))
        {
            MeetingScenes.Scheduled().At(ReportedAt).Given([.. order.Select(index => reports[index])]).Meeting.Status
                .ShouldBe(MeetingStatus.Ended, string.Join(',', order));
        }
    }

    [Fact]
    public void Reports_DeletedAndStartedLongBefore_InEitherOrder_LeaveNothingOpen()
    {
        MeetingScenes.Scheduled().At(ReportedAt).Given(Started(StartedAt), Deleted(EndedAt)).Meeting.IsOpen.ShouldBeFalse();
        MeetingScenes.Scheduled().At(ReportedAt).Given(Deleted(EndedAt), Started(StartedAt)).Meeting.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Started_AgainWithinItsTime_BringsTheMeetingBack()
    {
        var scene = MeetingScenes.Scheduled().At(ReportedAt).Given(Started(StartedAt), Ended(EndedAt), Started(EndedAt.AddMinutes(1)));

        scene.Meeting.Status.ShouldBe(MeetingStatus.Live);
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Started_AgainWhileAnotherTookThePlace_DoesNotOpenASecondMeeting()
    {
        var scene = MeetingScenes.Scheduled().At(ReportedAt).Given(
            Started(StartedAt),
            Ended(EndedAt),
            Schedule("m2", "r2", Plan with { StartsAt = EndsAt.AddHours(4) }),
            Started(EndedAt.AddMinutes(1)));

        scene.State.Meetings.Count(meeting => meeting.OccupiesSchedule).ShouldBe(1);
        scene.Meeting.Status.ShouldBe(MeetingStatus.Ended);
    }

    [Fact]
    public void Ended_ReportedForAMissedMeeting_SaysThatItWasHeld()
    {
        var scene = MeetingScenes.Scheduled().At(EndsAt).Given(Ended(EndedAt));

        scene.Meeting.Status.ShouldBe(MeetingStatus.Ended);
        scene.Effects[^1].ShouldBe(new MeetingEffect.Log(Id));
    }

    [Fact]
    public void Report_DatedInTheFuture_CountsAsOfNow() =>
        MeetingScenes.Scheduled().At(OpensAt).Given(Started(OpensAt.AddDays(1))).Meeting.Course!.StartedAt.ShouldBe(OpensAt);

    [Fact]
    [Requirement("MTG-07")]
    public void Updated_ToAnotherTime_MovesOpeningAndDeadlineAlong()
    {
        var scene = MeetingScenes.Scheduled().Given(Updated(Now, StartsAt.AddDays(1), "Moved"));

        scene.Meeting.Plan.Topic.ShouldBe("Moved");
        scene.Meeting.Plan.OpensAt.ShouldBe(OpensAt.AddDays(1));
        MeetingMachine.NextDeadline(scene.State).ShouldBe(EndsAt.AddDays(1));
    }

    [Fact]
    public void Updated_AfterTheEnd_ChangesNothing() =>
        MeetingScenes.With(MeetingStatus.Ended).Single().When(Updated(Now, StartsAt.AddDays(1), "Moved")).Count.ShouldBe(0);

    [Fact]
    public void Report_OfAnUnknownMeeting_IsRefused() => new MeetingScene().RefusalOf(Ended(Now)).ShouldBe("meetings.unknown-meeting");

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany((item, index) => Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (int[])[item, .. rest]));
}
