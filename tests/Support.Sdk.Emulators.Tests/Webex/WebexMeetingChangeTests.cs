using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexMeetingChangeTests : WebexTest
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json-patch+json")]
    public async Task Patch_Partial_ChangesWhatIsGiven(string type)
    {
        var meeting = await CreateMeetingAsync(more: ""","agenda":"First","password":"BgJep@43" """);

        var reply = await PatchAsync("meetings/" + meeting.Id, """{"title":"Changed"}""", type: type);

        (reply["title"], reply["agenda"], reply["password"], reply["start"]).ShouldBe(("Changed", "First", "BgJep@43", meeting["start"]));
    }

    [Fact]
    public async Task Patch_OtherContentType_Answers415() =>
        (await PatchAsync("meetings/" + (await CreateMeetingAsync()).Id, """{"title":"x"}""", type: "application/merge-patch+json")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Patch_Null_ClearsAgendaRecurrenceAndTrackingCodes()
    {
        var meeting = await CreateMeetingAsync(more: ""","agenda":"First","recurrence":"FREQ=DAILY;COUNT=3","trackingCodes":[{"name":"a","value":"b"}]""");

        var reply = await PatchAsync("meetings/" + meeting.Id, """{"agenda":null,"recurrence":null,"trackingCodes":null}""");

        var json = reply.Json!.AsObject();
        json.ShouldNotContainKey("agenda");
        json.ShouldNotContainKey("recurrence");
        json.ShouldNotContainKey("trackingCodes");
        (await GetAsync("meetings?meetingSeriesId=" + meeting.Id)).Items.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"start":"2026-03-01T10:00:00Z"}""")]
    [InlineData("""{"end":"2026-03-03T10:05:00Z"}""")]
    [InlineData("""[{"op":"replace","path":"/title","value":"x"}]""")]
    public async Task Patch_Invalid_Answers400AndChangesNothing(string body)
    {
        var meeting = await CreateMeetingAsync();

        (await PatchAsync("meetings/" + meeting.Id, body)).Status.ShouldBe(HttpStatusCode.BadRequest);

        var after = await GetAsync("meetings/" + meeting.Id);
        (after["title"], after["start"], after["end"]).ShouldBe((meeting["title"], meeting["start"], meeting["end"]));
    }

    [Fact]
    public async Task Patch_OneOccurrence_LeavesTheOthersAndIsGoneWhenTheSeriesMoves()
    {
        var meeting = await CreateMeetingAsync(more: ""","recurrence":"FREQ=DAILY;COUNT=3" """);
        var second = meeting.Id + "_20260304T100000Z";

        ((bool)(await PatchAsync("meetings/" + second, """{"title":"Other"}""")).Json!["isModified"]!).ShouldBeTrue();
        (await PatchAsync("meetings/" + second, """{"end":"2026-03-05T09:30:00Z","start":"2026-03-04T11:00:00Z"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await PatchAsync("meetings/" + second, """{"end":"2026-03-05T10:30:00Z"}""")).Description.ShouldBe("meeting.err.two_meeting_schedule_at_same_day");
        (await GetAsync("meetings/" + meeting.Id))["title"].ShouldBe("Case 42");

        await PatchAsync("meetings/" + meeting.Id, """{"start":"2026-03-03T12:00:00Z","end":"2026-03-03T13:00:00Z"}""");
        (await GetAsync("meetings/" + second)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync("meetings?meetingType=scheduledMeeting&isModified=true")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task PatchAndDelete_InProgressOrInstance_AreRefused()
    {
        var meeting = await CreateMeetingAsync();
        var instance = Webex.Meetings.Start(meeting.Id);

        foreach (var id in new[] { meeting.Id, meeting.Id + "_20260303T100000Z", instance })
        {
            (await PatchAsync("meetings/" + id, """{"title":"x"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
            (await DeleteAsync("meetings/" + id)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await PatchAsync("meetings/" + meeting.Id, """{"title":"x"}""")).Description.ShouldBe("Meeting is in progress.");
    }

    [Fact]
    public async Task Delete_Series_Answers204AndThen404()
    {
        var meeting = await CreateMeetingAsync();

        (await DeleteAsync($"meetings/{meeting.Id}?sendEmail=false")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await GetAsync("meetings/" + meeting.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await DeleteAsync("meetings/" + meeting.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
        Webex.Meetings.StateOf(meeting.Id).ShouldBeNull();
    }

    [Fact]
    public async Task Delete_ByAnInvitee_Answers403()
    {
        var meeting = await CreateMeetingAsync(more: ""","invitees":[{"email":"ben@example.com"}]""");

        (await DeleteAsync("meetings/" + meeting.Id, Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task End_Running_Answers204AndNotTwice()
    {
        var meeting = await CreateMeetingAsync();
        (await PostAsync($"meetings/{meeting.Id}/end", """{"reason":"done"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var instance = Webex.Meetings.Start(meeting.Id);

        (await PostAsync($"meetings/{meeting.Id}/end", """{"reason":"done"}""")).Status.ShouldBe(HttpStatusCode.NoContent);

        Webex.Meetings.StateOf(instance).ShouldBe("ended");
        (await PostAsync($"meetings/{meeting.Id}/end", "{}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
