using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexMeetingCreationTests : WebexTest
{
    private const string Valid = """{"title":"Case 42","start":"2026-03-03T10:00:00Z","end":"2026-03-03T11:00:00Z"}""";

    protected override void Configure(WebexEmulatorOptions options) => options.MeetingsPerDay = 5;

    [Fact]
    public async Task Create_Minimal_GivesASeriesWithAGeneratedPassword()
    {
        var meeting = await CreateMeetingAsync();

        meeting.Id.ShouldMatch("^[0-9a-f]{32}$");
        meeting["meetingType"].ShouldBe("meetingSeries");
        meeting["state"].ShouldBe("active");
        meeting["hostEmail"].ShouldBe("anna@example.com");
        meeting["password"].Any(char.IsUpper).ShouldBeTrue();
        meeting["start"].ShouldBe("2026-03-03T10:00:00Z");
    }

    [Theory]
    [InlineData("\"title\":\"Case 42\",", "")]
    [InlineData("\"start\":\"2026-03-03T10:00:00Z\",", "")]
    [InlineData(",\"end\":\"2026-03-03T11:00:00Z\"", "")]
    [InlineData("2026-03-03T11:00:00Z", "2026-03-03T10:09:59Z")]
    [InlineData("2026-03-03T11:00:00Z", "2026-03-04T10:00:00Z")]
    [InlineData("2026-03-03T11:00:00Z", "2026-03-03T09:00:00Z")]
    [InlineData("2026-03-03T10:00:00Z", "2026-03-02T08:59:00Z")]
    [InlineData("2026-03-03T10:00:00Z", "03/03/2026 10:00")]
    [InlineData("\"title\":", "\"timezone\":\"Middle/Earth\",\"title\":")]
    [InlineData("\"title\":", "\"timezone\":\"W. Europe Standard Time\",\"title\":")]
    [InlineData("\"title\":", "\"password\":\"lowercase1\",\"title\":")]
    [InlineData("\"title\":", "\"integrationTags\":[\"a\",\"b\",\"c\",\"d\"],\"title\":")]
    [InlineData("\"title\":", "\"integrationTags\":[1],\"title\":")]
    [InlineData("\"title\":", "\"enabledJoinBeforeHost\":\"yes\",\"title\":")]
    [InlineData("\"title\":", "\"joinBeforeHostMinutes\":7,\"title\":")]
    [InlineData("\"title\":", "\"unlockedMeetingJoinSecurity\":\"open\",\"title\":")]
    [InlineData("\"title\":", "\"scheduledType\":\"party\",\"title\":")]
    [InlineData("\"title\":", "\"recurrence\":\"EVERY=DAY\",\"title\":")]
    [InlineData("\"title\":", "\"invitees\":[{\"email\":\"nobody\"}],\"title\":")]
    [InlineData("\"title\":", "\"siteUrl\":\"other.webex.com\",\"title\":")]
    [InlineData("\"title\":", "\"adhoc\":true,\"title\":")]
    [InlineData("\"title\":", "\"trackingCodes\":[{\"name\":\"x\"}],\"title\":")]
    [InlineData("\"title\":", "\"visualWatermarkOpacity\":81,\"title\":")]
    [InlineData("\"title\":", "\"enabledLiveStream\":true,\"title\":")]
    [InlineData("\"title\":", "\"registration\":{\"requireEmail\":false},\"title\":")]
    [InlineData("\"title\":", "\"registration\":{},\"recurrence\":\"FREQ=DAILY;COUNT=2\",\"title\":")]
    public async Task Create_Invalid_Answers400(string valid, string invalid)
    {
        var reply = await PostAsync("meetings", Valid.Replace(valid, invalid));

        reply.Status.ShouldBe(HttpStatusCode.BadRequest, reply.Text);
        (await GetAsync("meetings?from=2026-03-01&to=2026-04-01")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("title", 129)]
    [InlineData("agenda", 1301)]
    public async Task Create_TextTooLong_Answers400(string name, int length)
    {
        var json = JsonNode.Parse(Valid)!.AsObject();
        json[name] = new string('x', length);

        (await PostAsync("meetings", json.ToJsonString())).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("2026-03-03T10:00:59.5Z", "2026-03-03T10:10:30Z", "2026-03-03T10:00:00Z", "2026-03-03T10:10:00Z")]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "2026-03-02T09:01:00Z", "2026-03-02T10:00:00Z")]
    [InlineData("2026-03-03T10:00:00Z", "2026-03-04T09:59:00Z", "2026-03-03T10:00:00Z", "2026-03-04T09:59:00Z")]
    public async Task Create_WithSeconds_StripsThemAndMovesThePresentMinute(string start, string end, string expectedStart, string expectedEnd)
    {
        var meeting = await CreateMeetingAsync(start, end);

        (meeting["start"], meeting["end"]).ShouldBe((expectedStart, expectedEnd));
    }

    [Fact]
    public async Task Create_WithZone_ReadsLocalTimesAndShowsThemInIt()
    {
        var meeting = await CreateMeetingAsync("2026-03-03T10:00:00", "2026-03-03T11:00:00", ""","timezone":"Europe/Paris" """);

        (meeting["timezone"], meeting["start"]).ShouldBe(("Europe/Paris", "2026-03-03T10:00:00+01:00"));
        (await GetAsync("meetings/" + meeting.Id))["start"].ShouldBe("2026-03-03T09:00:00Z");
        (await GetAsync("meetings/" + meeting.Id, null, ("timezone", "Asia/Tokyo")))["start"].ShouldBe("2026-03-03T18:00:00+09:00");
    }

    [Fact]
    public async Task Create_BeyondTheDailyLimit_IsRefusedAndRefusalsCount()
    {
        for (var i = 0; i < 5; i++)
        {
            await PostAsync("meetings", i == 0 ? "{}" : Valid);
        }

        var refused = await PostAsync("meetings", Valid);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].ShouldBe("86400");

        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        (await PostAsync("meetings", Valid)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await PostAsync("meetings", Valid)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Create_ForARoom_NeedsSparkAllAndInvitesTheMembers()
    {
        var room = Webex.AddRoom("Case 42", [Anna, Ben]);
        var body = Valid.Replace("{", $$"""{"roomId":"{{room}}",""");

        (await PostAsync("meetings", body, Webex.IssueToken(Anna, ["meeting:schedules_write"]))).Status.ShouldBe(HttpStatusCode.Forbidden);

        var meeting = await PostAsync("meetings", body);
        (await GetAsync("meetingInvitees?meetingId=" + meeting.Id)).Items.Select(item => (string)item!["email"]!).ShouldBe(["ben@example.com"]);
    }

    [Fact]
    public async Task Create_AdHoc_GivesTheSameMeetingWhileItLives()
    {
        var room = Webex.AddRoom("Case 42", [Anna, Ben]);
        var body = $$"""{"adhoc":true,"roomId":"{{room}}"}""";

        var first = await PostAsync("meetings", body);
        (await PostAsync("meetings", body, Ben.AccessToken)).Id.ShouldBe(first.Id);
        Webex.Meetings.Start(first.Id);
        Clock.Advance(TimeSpan.FromHours(2));
        (await PostAsync("meetings", body)).Id.ShouldBe(first.Id);
        Webex.Meetings.End(first.Id);

        (await PostAsync("meetings", body)).Id.ShouldNotBe(first.Id);
        (await GetAsync("meetings?from=2026-03-01&to=2026-04-01")).Items.ShouldBeEmpty();
        (await PatchAsync("meetings/" + first.Id, """{"title":"New"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await DeleteAsync("meetings/" + first.Id)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(""","integrationTags":["x"]""")]
    [InlineData(""","enabledAutoRecordMeeting":true""")]
    [InlineData(""","registration":{}""")]
    public async Task Create_PersonalRoomMeeting_RefusesWhatItDoesNotSupport(string more)
    {
        var body = Valid.Replace("}", ""","scheduledType":"personalRoomMeeting"}""");
        (await PostAsync("meetings", body)).Status.ShouldBe(HttpStatusCode.OK);

        (await PostAsync("meetings", body[..^1] + more + "}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Create_HostWithoutLicense_Answers403()
    {
        var guest = Webex.AddUser("dora@example.com", "Dora", new WebexUserSeed { SiteUrls = [] });

        (await PostAsync("meetings", Valid, guest.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Create_ForAnotherHost_IsForAdministratorsOnly()
    {
        var body = Valid.Replace("{", """{"hostEmail":"ben@example.com",""");
        (await PostAsync("meetings", body)).Status.ShouldBe(HttpStatusCode.Forbidden);

        var admin = Webex.AddUser("root@example.com", "Root", new WebexUserSeed { IsAdministrator = true });
        (await PostAsync("meetings", body, admin.AccessToken))["hostEmail"].ShouldBe("ben@example.com");
    }

    [Fact]
    public async Task Create_NotJson_Answers415Or400()
    {
        (await SendAsync(HttpMethod.Post, "meetings", Valid, null, "text/plain")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await PostAsync("meetings", "[1,2")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Create_ManyAtOnce_CountsEachOnceAndGivesEachItsOwnId()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync("meetings", Valid)));

        var created = replies.Where(reply => reply.Status == HttpStatusCode.OK).ToList();
        created.Count.ShouldBe(5);
        created.Select(reply => reply.Id).Distinct().Count().ShouldBe(5);
        replies.Count(reply => reply.Status == HttpStatusCode.TooManyRequests).ShouldBe(7);
    }

    [Fact]
    public async Task Create_Webinar_NeedsTheLicenseAndHasPanelists()
    {
        var body = Valid.Replace("}", ""","scheduledType":"webinar","invitees":[{"email":"p@example.org","panelist":true},{"email":"q@example.org"}]}""");
        (await PostAsync("meetings", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var host = Webex.AddUser("wanda@example.com", "Wanda", new WebexUserSeed { WebinarLicense = true });

        var webinar = await PostAsync("meetings", body, host.AccessToken);

        webinar["panelistPassword"].ShouldNotBeEmpty();
        (await GetAsync($"meetingInvitees?panelist=true&meetingId={webinar.Id}", host.AccessToken)).Items.Select(item => (string)item!["email"]!).ShouldBe(["p@example.org"]);
    }

    [Fact]
    public async Task Create_PersonalRoomMeetingPatchedWithTags_IsRefused()
    {
        var meeting = await CreateMeetingAsync(more: ""","scheduledType":"personalRoomMeeting" """);

        (await PatchAsync("meetings/" + meeting.Id, """{"integrationTags":["x"]}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
