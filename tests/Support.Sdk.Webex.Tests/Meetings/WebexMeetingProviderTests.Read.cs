using System.Net;
using Support.Sdk.Http;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Tests.Meetings;

public sealed partial class WebexMeetingProviderTests
{
    private const string Instance = MeetingJson.Series + "_I_167427437874906709";

    [Fact]
    public async Task Delete_Accepted_IsDeleted()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("", HttpStatusCode.NoContent);

        (await host.Meetings.DeleteAsync(Anna, MeetingJson.Series, Stop)).ShouldBe(MeetingDeletion.Deleted);
        host.Webex.Last.Query["sendEmail"].ShouldBe("true");
    }

    [Fact]
    public async Task Delete_NotFound_WasGoneAlready()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}", HttpStatusCode.NotFound);

        (await host.Meetings.DeleteAsync(Anna, MeetingJson.Series, Stop)).ShouldBe(MeetingDeletion.AlreadyGone);
    }

    [Fact]
    public async Task Delete_RefusedWhileItRuns_SaysSo()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}", HttpStatusCode.BadRequest).Answer(MeetingJson.Of(state: "inProgress")).Answer(MeetingJson.List());

        (await host.Meetings.DeleteAsync(Anna, MeetingJson.Series, Stop)).ShouldBe(MeetingDeletion.Running);
    }

    [Fact]
    public async Task Delete_RefusedForAnotherReason_Throws()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}", HttpStatusCode.Forbidden).Answer(MeetingJson.Of()).Answer(MeetingJson.List());

        var failure = await Should.ThrowAsync<SupportRequestException>(async () => await host.Meetings.DeleteAsync(Anna, MeetingJson.Series, Stop));

        failure.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Read_Deleted_GivesNothing()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}", HttpStatusCode.NotFound);

        (await host.Meetings.ReadAsync(Anna, MeetingJson.Series, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Read_SeriesThatWasHeld_HasTheTimesOfItsInstances()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.Of(state: "expired"))
            .Answer(MeetingJson.List(MeetingJson.Of(Instance, "meeting", "ended", "2026-03-02T10:02:15Z", "2026-03-02T10:41:33Z", series: MeetingJson.Series)));

        var meeting = await host.Meetings.ReadAsync(Anna, MeetingJson.Series, Stop);

        meeting.ShouldBe(new ProviderMeeting(
            MeetingJson.Series,
            "Case 35436",
            WebexHost.Now.AddHours(1),
            TimeSpan.FromHours(1),
            ProviderMeetingState.Ended,
            "https://example.webex.com/j.php?MTID=1",
            new DateTimeOffset(2026, 3, 2, 10, 2, 15, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 2, 10, 41, 33, TimeSpan.Zero),
            "anna@example.com"));
        host.Webex.Last.Query["meetingType"].ShouldBe("meeting");
        host.Webex.Last.Query["meetingSeriesId"].ShouldBe(MeetingJson.Series);
    }

    [Theory]
    [InlineData("active", null, ProviderMeetingState.NotStarted)]
    [InlineData("expired", null, ProviderMeetingState.NotStarted)]
    [InlineData("inProgress", null, ProviderMeetingState.Running)]
    [InlineData("inProgress", true, ProviderMeetingState.Running)]
    [InlineData("inProgress", false, ProviderMeetingState.NotStarted)]
    [InlineData("ready", true, ProviderMeetingState.Running)]
    [InlineData("scheduled", null, ProviderMeetingState.NotStarted)]
    [InlineData("missed", null, ProviderMeetingState.NotStarted)]
    [InlineData("ended", null, ProviderMeetingState.Ended)]
    [InlineData("somethingNew", null, ProviderMeetingState.NotStarted)]
    public async Task Read_WithoutInstances_CountsAsItStands(string state, bool? hostDidJoin, ProviderMeetingState expected)
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.Of(state: state, hostDidJoin: hostDidJoin)).Answer(MeetingJson.List());

        (await host.Meetings.ReadAsync(Anna, MeetingJson.Series, Stop))!.State.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_RunningInstance_HasNoEnd()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.Of(state: "inProgress"))
            .Answer(MeetingJson.List(MeetingJson.Of(Instance, "meeting", "inProgress", "2026-03-02T10:02:15Z", null, series: MeetingJson.Series)));

        var meeting = await host.Meetings.ReadAsync(Anna, MeetingJson.Series, Stop);

        meeting!.State.ShouldBe(ProviderMeetingState.Running);
        meeting.StartedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 10, 2, 15, TimeSpan.Zero));
        meeting.EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task List_PastAndFuture_GivesTheHostsMeetingsThatOverlapByStartWithTheirRealTimes()
    {
        await using var host = new WebexHost(options => options.HostAccess = WebexHostAccess.OnBehalf);
        var held = "a_20260302T070000Z";
        host.Webex
            .Answer(
                MeetingJson.List(
                    MeetingJson.Of("b_20260302T120000Z", "scheduledMeeting", "scheduled", "2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z", series: "b"),
                    MeetingJson.Of("before_20260301T120000Z", "scheduledMeeting", "ended", "2026-03-01T12:00:00Z", "2026-03-01T13:00:00Z", series: "before"),
                    MeetingJson.Of("x_20260302T120000Z", "scheduledMeeting", "scheduled", "2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z", series: "x", host: "bob@example.com")),
                HttpStatusCode.OK,
                ("Link", "<https://webexapis.com/v1/meetings?page=2&before&after=1>; rel=\"next\""))
            .Answer("""{"items":[]}""", HttpStatusCode.OK, ("Link", "<https://webexapis.com/v1/meetings?page=3>; rel=\"next\""))
            .Answer(MeetingJson.List(MeetingJson.Of(held, "scheduledMeeting", "ended", "2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z", series: "a")))
            .Answer(MeetingJson.List(
                MeetingJson.Of("a_I_1", "meeting", "ended", "2026-03-02T07:05:00Z", "2026-03-02T07:45:00Z", series: "a", occurrence: held),
                MeetingJson.Of("room_I_2", "meeting", "ended", "2026-03-02T06:30:00Z", "2026-03-02T06:45:00Z", series: "room")));

        var meetings = await host.Meetings.ListAsync(Anna, WebexHost.Now.AddHours(-9), WebexHost.Now.AddHours(15), Stop).ToListAsync(Stop);

        meetings.Select(static meeting => meeting.ProviderId).ShouldBe(["room", "a", "b"]);
        meetings[1].State.ShouldBe(ProviderMeetingState.Ended);
        meetings[1].StartedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 7, 5, 0, TimeSpan.Zero));
        meetings[1].EndedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 7, 45, 0, TimeSpan.Zero));
        var first = host.Webex.Sent.First();
        first.Query["from"].ShouldBe("2026-03-01T00:00:00Z");
        first.Query["to"].ShouldBe("2026-03-03T00:00:00Z");
        host.Webex.Sent.Select(static sent => sent.Query.GetValueOrDefault("meetingType")).ShouldBe(["scheduledMeeting", null, null, "meeting"]);
        host.Webex.Sent.ElementAt(1).Address.Query.ShouldBe("?page=2&before&after=1");
    }

    [Fact]
    public async Task List_FutureOnly_DoesNotAskForInstances()
    {
        await using var host = new WebexHost();
        host.Webex.Answer(MeetingJson.List());

        (await host.Meetings.ListAsync(Anna, WebexHost.Now.AddHours(1), WebexHost.Now.AddHours(2), Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }
}
