using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexMeetingStateTests : WebexTest
{
    private static readonly string[] EndedInstance =
    [
        "id", "meetingSeriesId", "scheduledMeetingId", "title", "meetingType", "state", "timezone", "start", "end", "hostUserId", "hostDisplayName", "hostEmail", "siteUrl",
        "webLink", "scheduledType", "hasChat", "hasRecording", "hasTranscription", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido", "hasSummary",
    ];

    [Fact]
    public async Task State_NeverStarted_GoesFromScheduledOverReadyToMissedAndExpired()
    {
        var id = (await CreateMeetingAsync("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")).Id;

        (await StatesAsync(id)).ShouldBe(("active", "scheduled"));
        Clock.Advance(TimeSpan.FromMinutes(45));
        (await StatesAsync(id)).ShouldBe(("active", "ready"));
        Clock.Advance(TimeSpan.FromMinutes(75));
        (await StatesAsync(id)).ShouldBe(("expired", "missed"));
    }

    [Fact]
    public async Task State_Held_GoesOverInProgressToEnded()
    {
        var id = (await CreateMeetingAsync("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")).Id;
        Clock.Advance(TimeSpan.FromHours(1));

        Webex.Meetings.Start(id);
        (await StatesAsync(id)).ShouldBe(("inProgress", "ready"));
        ((bool)(await GetAsync("meetings/" + id)).Json!["hostDidJoin"]!).ShouldBeTrue();
        Webex.Meetings.End(id);
        (await StatesAsync(id)).ShouldBe(("active", "ended"));
        Clock.Advance(TimeSpan.FromHours(1));
        (await StatesAsync(id)).ShouldBe(("expired", "ended"));
    }

    [Fact]
    public async Task State_GuestBeforeHost_IsALobbyUntilTheHostStarts()
    {
        var id = (await CreateMeetingAsync()).Id;

        Webex.Meetings.Join(id, "guest@example.org", "Guest");
        Webex.Meetings.StateOf(id).ShouldBe("inProgress");
        var instance = Webex.Meetings.Start(id);

        Webex.Meetings.StateOf(instance).ShouldBe("inProgress");
        ((bool)(await GetAsync("meetings/" + id)).Json!["attendeeDidJoin"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Instance_HasNoEndWhileRunningAndFewPropertiesWhenEnded()
    {
        var id = (await CreateMeetingAsync("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")).Id;
        var instance = Webex.Meetings.Start(id);
        instance.ShouldMatch($"^{id}_I_[0-9]{{18}}$");
        (await GetAsync("meetings/" + instance)).Status.ShouldBe(HttpStatusCode.NotFound);

        Clock.Advance(TimeSpan.FromMinutes(15));
        var running = (await GetAsync("meetings/" + instance)).Json!.AsObject();
        running.ShouldContainKey("password");
        running.ShouldNotContainKey("end");

        Webex.Meetings.End(instance);
        (await GetAsync("meetings/" + instance)).Status.ShouldBe(HttpStatusCode.NotFound);
        Clock.Advance(TimeSpan.FromMinutes(15));
        (await GetAsync("meetings/" + instance)).Json!.AsObject().Select(property => property.Key).ShouldBe(EndedInstance, ignoreOrder: true);
    }

    [Fact]
    public async Task Get_ByOthers_HidesTheMeetingUnlessInvitedOrPasswordGiven()
    {
        var meeting = await CreateMeetingAsync();

        (await GetAsync("meetings/" + meeting.Id, Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync("meetings/" + meeting.Id, Ben.AccessToken, ("password", "wrong"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var seen = await GetAsync("meetings/" + meeting.Id, Ben.AccessToken, ("password", meeting["password"]));
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Json!["hostKey"].ShouldBeNull();
    }

    private async Task<(string Series, string Occurrence)> StatesAsync(string id) =>
        ((await GetAsync("meetings/" + id))["state"], (await GetAsync($"meetings/{id}?current=true"))["state"]);
}
