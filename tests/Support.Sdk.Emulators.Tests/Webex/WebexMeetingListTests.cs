using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexMeetingListTests : WebexTest
{
    [Fact]
    public async Task List_ByDefault_ShowsTheSeriesOfTheNextSevenDays()
    {
        var soon = await CreateMeetingAsync("2026-03-09T08:59:00Z", "2026-03-09T10:00:00Z");
        await CreateMeetingAsync("2026-03-09T09:00:00Z", "2026-03-09T10:00:00Z");

        (await GetAsync("meetings")).ItemIds.ShouldBe([soon.Id]);
        (await GetAsync("meetings?from=2026-03-02&to=2026-03-20")).Items.Count.ShouldBe(2);
        (await GetAsync("meetings?from=2026-03-02T08:59:00Z")).Items.ShouldBeEmpty("to is from plus seven days");
        (await GetAsync("meetings?to=2026-03-16T09:59:00Z")).Items.Count.ShouldBe(2, "from is to minus seven days");
        (await GetAsync("meetings?to=2026-03-16T10:00:00Z")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_Occurrences_ShowsEachDateInTheWindow()
    {
        var series = await CreateMeetingAsync(more: ""","recurrence":"FREQ=DAILY;COUNT=10;INTERVAL=1" """);

        var reply = await GetAsync("meetings?meetingType=scheduledMeeting&from=2026-03-03&to=2026-03-06");

        reply.ItemIds.ShouldBe([series.Id + "_20260303T100000Z", series.Id + "_20260304T100000Z", series.Id + "_20260305T100000Z"]);
        reply.Items[0]!["recurrence"].ShouldBeNull();
    }

    [Fact]
    public async Task List_RecurringOverAChangeOfSummerTime_KeepsTheWallClock()
    {
        await CreateMeetingAsync("2026-03-27T10:00:00", "2026-03-27T11:00:00", ""","timezone":"Europe/Paris","recurrence":"FREQ=DAILY;COUNT=3" """);

        var starts = (await GetAsync("meetings?meetingType=scheduledMeeting&from=2026-03-27&to=2026-04-01")).Items.Select(item => (string)item!["start"]!);

        starts.ShouldBe(["2026-03-27T09:00:00Z", "2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z"]);
    }

    [Fact]
    public async Task List_ByTag_IsVisibleToItsClientOnly()
    {
        var meeting = await CreateMeetingAsync(more: ""","integrationTags":["zendesk:42"]""");
        var other = Webex.IssueToken(Anna, integration: Webex.AddIntegration("http://127.0.0.1/other"));

        (await GetAsync("meetings?integrationTag=zendesk:42")).ItemIds.ShouldBe([meeting.Id]);
        (await GetAsync("meetings?integrationTag=zendesk:43")).Items.ShouldBeEmpty();
        (await GetAsync("meetings?integrationTag=zendesk:42", other)).Items.ShouldBeEmpty();
        (await GetAsync("meetings/" + meeting.Id, other)).Json!["integrationTags"].ShouldBeNull();
    }

    [Fact]
    public async Task List_Instances_ShowsTheLastSevenDaysOnceTheyAreReadable()
    {
        var meeting = await CreateMeetingAsync("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
        Clock.AdvanceTo(DateTimeOffset.Parse("2026-03-02T10:00:00Z"));
        var instance = Webex.Meetings.Start(meeting.Id);
        (await GetAsync("meetings?meetingType=meeting")).Items.ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromMinutes(15));
        (await GetAsync("meetings?meetingType=meeting&state=inProgress")).ItemIds.ShouldBe([instance]);
        Webex.Meetings.End(meeting.Id);
        (await GetAsync("meetings?meetingType=meeting")).Items.ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromMinutes(15));

        (await GetAsync("meetings?meetingType=meeting&state=ended&meetingSeriesId=" + meeting.Id)).ItemIds.ShouldBe([instance]);
        Clock.Advance(TimeSpan.FromDays(8));
        (await GetAsync("meetings?meetingType=meeting")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OfASeriesWithoutType_ShowsOccurrencesAndInstances()
    {
        var meeting = await CreateMeetingAsync("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
        var instance = Webex.Meetings.Start(meeting.Id);
        Clock.Advance(TimeSpan.FromMinutes(15));

        (await GetAsync("meetings?meetingSeriesId=" + meeting.Id)).ItemIds.ShouldBe([instance, meeting.Id + "_20260302T100000Z"], ignoreOrder: true);
        (await GetAsync("meetings?meetingSeriesId=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task List_PersonalRoomMeetings_NeedsTypeAndScheduledType()
    {
        var meeting = await CreateMeetingAsync(more: ""","scheduledType":"personalRoomMeeting" """);

        (await GetAsync("meetings")).Items.ShouldBeEmpty();
        (await GetAsync("meetings?meetingType=scheduledMeeting")).Items.ShouldBeEmpty();
        (await GetAsync("meetings?meetingType=scheduledMeeting&scheduledType=personalRoomMeeting")).ItemIds.ShouldBe([meeting.Id + "_20260303T100000Z"]);
    }

    [Fact]
    public async Task List_ByNumberOrLink_GivesTheCurrentOccurrenceUnlessTheWholeIsWanted()
    {
        var meeting = await CreateMeetingAsync();

        (await GetAsync("meetings?meetingNumber=" + meeting["meetingNumber"])).ItemIds.ShouldBe([meeting.Id + "_20260303T100000Z"]);
        (await GetAsync("meetings?current=false&webLink=" + Uri.EscapeDataString(meeting["webLink"]))).ItemIds.ShouldBe([meeting.Id]);
    }

    [Theory]
    [InlineData("meetingNumber=1&webLink=x")]
    [InlineData("from=2026-03-05&to=2026-03-04")]
    [InlineData("meetingType=party")]
    [InlineData("state=cancelled")]
    [InlineData("max=0")]
    [InlineData("max=ten")]
    [InlineData("hasRecording=true")]
    [InlineData("from=yesterday")]
    public async Task List_InvalidQuery_Answers400(string query) => (await GetAsync("meetings?" + query)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task List_OthersMeetings_ShowsThoseOneIsInvitedTo()
    {
        await CreateMeetingAsync();
        var invited = await CreateMeetingAsync(more: ""","invitees":[{"email":"ben@example.com"}]""");

        (await GetAsync("meetings", Ben.AccessToken)).ItemIds.ShouldBe([invited.Id]);
    }
}
