using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Webex;

/// <summary>Responses against the vendor's schemas and samples; the referee itself is tried on the samples first.</summary>
public sealed class WebexConformanceTests : WebexTest
{
    [Theory]
    [InlineData("PMRObject", """{"topic":1}""")]
    [InlineData("JoinMeetingLinkObject", """{"joinLink":true}""")]
    [InlineData("GetInviteeObject", """{"id":"x"}""")]
    [InlineData("Webhook", """{"event":"exploded"}""")]
    [InlineData("Webhook", """{"surprise":"x"}""")]
    public void Referee_BadResponse_IsSeen(string schema, string json) => WebexSpec.Violations(schema, JsonNode.Parse(json)).ShouldNotBeEmpty();

    [Fact]
    public void Referee_RecordedSamples_Fit()
    {
        WebexSpec.Violations("MeetingPreferenceObject", WebexSpec.Sample("meeting-preferences.200.json")).ShouldBeEmpty();
        WebexSpec.Violations("GetInviteeObject", WebexSpec.Sample("meeting-invitee-create.200.json")).ShouldBeEmpty();
        WebexSpec.Violations("Webhook", WebexSpec.Sample("webhook-create.200.json")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Meetings_InEachForm_FitTheSchemas()
    {
        var body = """{"title":"t","start":"2026-03-02T10:00:00Z","end":"2026-03-02T11:00:00Z","agenda":"a","recurrence":"FREQ=DAILY;COUNT=2","integrationTags":["x"],"trackingCodes":[{"name":"Department","value":"IT"}]}""";
        var created = await PostAsync("meetings", body);
        created.Status.ShouldBe(HttpStatusCode.OK, created.Text);
        WebexSpec.Violations("MeetingSeriesObject", created.Json).ShouldBeEmpty();
        WebexSpec.Violations("MeetingObjectForListMeeting", (await PatchAsync("meetings/" + created.Id, """{"title":"u"}""")).Json).ShouldBeEmpty();

        Webex.Meetings.Start(created.Id);
        Clock.Advance(TimeSpan.FromMinutes(15));
        await AllFitAsync(created.Id, 3);
        Webex.Meetings.End(created.Id);
        Clock.Advance(TimeSpan.FromMinutes(15));
        await AllFitAsync(created.Id, 3);
    }

    [Fact]
    public async Task Meeting_Created_HasThePropertiesOfTheRecordedSample()
    {
        // Absent unless the request or the site asks for them.
        string[] conditional = ["agenda", "recurrence", "registerLink", "registration", "integrationTags", "simultaneousInterpretation", "links", "trackingCodes", "liveStream"];
        var created = (await CreateMeetingAsync()).Json!.AsObject();

        var missing = WebexSpec.Sample("meeting-create.200.json").AsObject().Select(property => property.Key).Except(conditional).Where(name => !created.ContainsKey(name));

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Meeting_TheRecordedRequest_IsAccepted()
    {
        var request = WebexSpec.Sample("meeting-create.request.json").AsObject();
        // The example is generic: its ids, host and site belong to nobody here, its times have passed, its registration forbids its recurrence.
        foreach (var name in new[] { "adhoc", "roomId", "templateId", "hostEmail", "siteUrl", "registration", "recurrence", "scheduledType", "sessionTypeId" })
        {
            request.Remove(name);
        }

        (request["start"], request["end"]) = ("2026-03-03T10:00:00Z", "2026-03-03T11:00:00Z");
        var reply = await PostAsync("meetings", request.ToJsonString());

        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        reply["title"].ShouldBe((string)request["title"]!);
    }

    [Theory]
    [InlineData("people/me", "Person")]
    [InlineData("meetingPreferences", "MeetingPreferenceObject")]
    [InlineData("meetingPreferences/personalMeetingRoom", "PMRObject")]
    [InlineData("meetingPreferences/sites", "SitesObject")]
    [InlineData("meetingPreferences/schedulingOptions", "SchedulingOptionsObject")]
    public async Task Get_Single_FitsTheSchema(string path, string schema) => WebexSpec.Violations(schema, (await GetAsync(path)).Json).ShouldBeEmpty();

    [Fact]
    public async Task AroundMeetings_Responses_FitTheSchemas()
    {
        var meeting = await CreateMeetingAsync(more: ""","invitees":[{"email":"ben@example.com"}]""");
        Webex.Meetings.Start(meeting.Id);
        Webex.Meetings.Join(meeting.Id, "guest@example.org", "Guest");

        var join = await PostAsync("meetings/join", $$"""{"meetingId":"{{meeting.Id}}","joinDirectly":false}""");
        WebexSpec.Violations("JoinMeetingLinkObject", join.Json).ShouldBeEmpty();
        foreach (var item in (await GetAsync("meetingInvitees?meetingId=" + meeting.Id)).Items)
        {
            WebexSpec.Violations("GetInviteeObject", item).ShouldBeEmpty();
        }

        var participants = (await GetAsync("meetingParticipants?meetingId=" + meeting.Id)).Items;
        participants.Count.ShouldBe(2);
        foreach (var item in participants)
        {
            WebexSpec.Violations("Participant", item).ShouldBeEmpty();
        }

        var hook = await PostAsync("webhooks", """{"name":"n","targetUrl":"https://example.com/h","resource":"meetings","event":"started","secret":"s"}""");
        WebexSpec.Violations("Webhook", hook.Json).ShouldBeEmpty();
    }

    private async Task AllFitAsync(string seriesId, int count)
    {
        var all = await GetAsync("meetings?meetingSeriesId=" + seriesId);
        all.Items.Count.ShouldBe(count);
        foreach (var item in all.Items)
        {
            WebexSpec.Violations("MeetingObjectForListMeeting", item).ShouldBeEmpty();
        }
    }
}
