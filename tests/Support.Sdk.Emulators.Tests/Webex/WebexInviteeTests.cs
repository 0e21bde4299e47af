using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexInviteeTests : WebexTest
{
    [Fact]
    public async Task Create_Twice_AnswersTheRecorded409()
    {
        var meeting = await CreateMeetingAsync();
        var body = $$"""{"meetingId":"{{meeting.Id}}","email":"ben@example.com","displayName":"Benny"}""";

        var created = await PostAsync("meetingInvitees", body);
        var again = await PostAsync("meetingInvitees", body);

        created["displayName"].ShouldBe("Ben Brown", "a known account's name wins");
        created.Id.ShouldMatch($"^{meeting.Id}_[0-9]{{7}}$");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        var sample = WebexSpec.Sample("meeting-invitee-create.409.error.json");
        (again["message"], again.Description).ShouldBe(((string)sample["message"]!, (string)sample["errors"]![0]!["description"]!));
    }

    [Fact]
    public async Task BulkInsert_OneAlreadyInvited_InsertsNoneAndAnswers409WithoutErrors()
    {
        var meeting = await CreateMeetingAsync(more: ""","invitees":[{"email":"ben@example.com"}]""");

        var reply = await PostAsync("meetingInvitees/bulkInsert", $$"""{"meetingId":"{{meeting.Id}}","items":[{"email":"new@example.org"},{"email":"ben@example.com"}]}""");

        reply.Status.ShouldBe(HttpStatusCode.Conflict);
        reply["message"].ShouldBe("Some users in the list have been invited.");
        reply.Json!["errors"].ShouldBeNull();
        (await GetAsync("meetingInvitees?meetingId=" + meeting.Id)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task BulkInsert_New_GivesThemAll()
    {
        var meeting = await CreateMeetingAsync();

        var reply = await PostAsync("meetingInvitees/bulkInsert", $$"""{"meetingId":"{{meeting.Id}}","items":[{"email":"a@example.org"},{"email":"b@example.org","coHost":true}]}""");

        reply.Items.Select(item => (bool)item!["coHost"]!).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData("""{"email":"x@example.org"}""")]
    [InlineData("""{"meetingId":"{id}"}""")]
    [InlineData("""{"meetingId":"{id}","email":"nobody"}""")]
    public async Task Create_Invalid_Answers400(string body)
    {
        var meeting = await CreateMeetingAsync();

        (await PostAsync("meetingInvitees", body.Replace("{id}", meeting.Id))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task UpdateAndDelete_Existing_AreSeenAfterwards()
    {
        var meeting = await CreateMeetingAsync();
        var invitee = await PostAsync("meetingInvitees", $$"""{"meetingId":"{{meeting.Id}}","email":"a@example.org"}""");

        (await PutAsync("meetingInvitees/" + invitee.Id, """{"email":"b@example.org","coHost":true}"""))["email"].ShouldBe("b@example.org");
        (await DeleteAsync("meetingInvitees/" + invitee.Id)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await GetAsync("meetingInvitees/" + invitee.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Participants_OfAHeldMeeting_HaveLeftWithDurations()
    {
        var meeting = await CreateMeetingAsync();
        Webex.Meetings.Start(meeting.Id);
        Webex.Meetings.Join(meeting.Id, "guest@example.org", "Guest");
        var running = await GetAsync("meetingParticipants?meetingId=" + meeting.Id);
        running.Items.Select(item => (string)item!["leftTime"]!).ShouldAllBe(time => time == "1970-01-01T00:00:00.000Z");
        Clock.Advance(TimeSpan.FromMinutes(10));
        Webex.Meetings.Leave(meeting.Id, "guest@example.org");
        Webex.Meetings.End(meeting.Id);

        var ended = await GetAsync("meetingParticipants?meetingId=" + meeting.Id);

        ended.Items.Select(item => (bool)item!["host"]!).ShouldBe([true, false]);
        ended.Items.Select(item => (string)item!["state"]!).ShouldAllBe(state => state == "end");
        ((long)ended.Items[1]!["devices"]![0]!["durationSecond"]!).ShouldBe(600);
        (await GetAsync("meetingParticipants?meetingId=" + meeting.Id, Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("From", -27, true)]
    [InlineData("From", -32, false)]
    [InlineData("From", 0, false)]
    [InlineData("To", 27, true)]
    [InlineData("To", 32, false)]
    [InlineData("To", 0, false)]
    public async Task Participants_OfASeriesWithOneBound_AreThoseOfAMonthFromIt(string bound, int days, bool isFound)
    {
        var meeting = await CreateMeetingAsync();
        var start = Clock.GetUtcNow();
        Webex.Meetings.Start(meeting.Id);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Webex.Meetings.End(meeting.Id);
        var range = $"meetingStartTime{bound}={start.AddDays(days):yyyy-MM-dd'T'HH:mm:ss'Z'}";

        (await GetAsync($"meetingParticipants?meetingId={meeting.Id}&{range}")).Status.ShouldBe(isFound ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await PostAsync($"meetingParticipants/query?meetingId={meeting.Id}&{range}", """{"emails":["anna@example.com"]}""")).Status.ShouldBe(isFound ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }
}
