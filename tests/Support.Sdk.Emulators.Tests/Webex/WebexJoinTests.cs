using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexJoinTests : WebexTest
{
    [Fact]
    public async Task Join_ByDefault_RedirectsToTheJoinLink()
    {
        var meeting = await CreateMeetingAsync();

        var reply = await PostAsync("meetings/join", $$"""{"meetingId":"{{meeting.Id}}"}""");

        reply.Status.ShouldBe(HttpStatusCode.Found);
        reply.Headers["Location"].ShouldContain("integrationJoinToken=");
        reply.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Join_NotDirectly_GivesTheHostAStartLinkAndOthersNone()
    {
        var meeting = await CreateMeetingAsync(more: ""","invitees":[{"email":"ben@example.com"}]""");
        var body = $$"""{"meetingNumber":"{{meeting["meetingNumber"]}}","joinDirectly":false,"expirationMinutes":5}""";

        var host = await PostAsync("meetings/join", body);
        var invitee = await PostAsync("meetings/join", body, Ben.AccessToken);

        host.Json!.AsObject().Select(property => property.Key).ShouldBe(WebexSpec.Sample("meeting-join.200.json").AsObject().Select(property => property.Key));
        host["expiration"].ShouldBe("2026-03-02T09:05:00Z");
        invitee.Json!.AsObject().ShouldNotContainKey("startLink");
    }

    [Theory]
    [InlineData("""{"joinDirectly":false}""")]
    [InlineData("""{"meetingId":"{id}","meetingNumber":"1"}""")]
    [InlineData("""{"meetingId":"{id}","expirationMinutes":0}""")]
    [InlineData("""{"meetingId":"{id}","expirationMinutes":61}""")]
    [InlineData("""{"meetingId":"{id}","displayName":"Guest"}""")]
    public async Task Join_Invalid_Answers400(string body)
    {
        var meeting = await CreateMeetingAsync();

        (await PostAsync("meetings/join", body.Replace("{id}", meeting.Id))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Join_ByOthers_NeedsThePassword()
    {
        var meeting = await CreateMeetingAsync();
        string Body(string more) => $$"""{"meetingId":"{{meeting.Id}}","joinDirectly":false{{more}}}""";

        (await PostAsync("meetings/join", Body(""), Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("meetings/join", Body($$""","password":"{{meeting["password"]}}" """), Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Join_PersonalRoomLink_IsRefusedUnlessAssumed() =>
        (await PostAsync("meetings/join", $$"""{"webLink":"{{Anna.PersonalRoomLink}}","joinDirectly":false}""")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Open_Links_StartAndJoinUntilTheyExpire()
    {
        var meeting = await CreateMeetingAsync();
        var host = await PostAsync("meetings/join", $$"""{"meetingId":"{{meeting.Id}}","joinDirectly":false,"expirationMinutes":5}""");
        var guest = await PostAsync("meetings/join", $$"""{"meetingId":"{{meeting.Id}}","joinDirectly":false,"email":"guest@example.org","displayName":"Guest"}""");

        var instance = Webex.Meetings.Open(new Uri(host["startLink"]));
        Webex.Meetings.Open(new Uri(guest["joinLink"])).ShouldBe(instance);
        Clock.Advance(TimeSpan.FromMinutes(5));

        Should.Throw<InvalidOperationException>(() => Webex.Meetings.Open(new Uri(host["joinLink"])));
        (await GetAsync("meetingParticipants?meetingId=" + instance)).Items.Select(item => (string)item!["displayName"]!).ShouldBe(["Anna Adams", "Guest"]);
    }
}
