using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexAuthorizationTests : WebexTest
{
    [Theory]
    [InlineData("")]
    [InlineData("not-a-token")]
    public async Task Get_WithoutValidToken_AnswersTheRecorded401(string token)
    {
        var reply = await GetAsync("people/me", token);

        reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
        var sample = WebexSpec.Sample("error.401.json");
        reply["message"].ShouldBe((string)sample["message"]!);
        reply.Description.ShouldBe((string)sample["errors"]![0]!["description"]!);
        reply.Json!.AsObject().Select(property => property.Key).ShouldBe(sample.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Any_Always_CarriesTheTrackingIdInHeaderAndErrorBody()
    {
        var refused = await GetAsync("people/me", "");
        refused.Headers["trackingId"].ShouldBe(refused["trackingId"]);

        (await GetAsync("people/me")).Headers["trackingId"].ShouldStartWith("ROUTER_");
    }

    [Fact]
    public async Task Get_TokenExpired_Answers401()
    {
        Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);

        Clock.Advance(TimeSpan.FromSeconds(1));
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Get_TokensRevoked_Answers401ForThatUserOnly()
    {
        Webex.RevokeTokens(Anna);

        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("people/me", Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "people/me", "meeting:schedules_read")]
    [InlineData("GET", "meetings", "spark:all")]
    [InlineData("POST", "meetings", "meeting:schedules_read")]
    [InlineData("GET", "meetingPreferences", "meeting:schedules_read")]
    [InlineData("GET", "meetingParticipants?meetingId=x", "meeting:schedules_read")]
    [InlineData("POST", "meetingInvitees", "meeting:schedules_read")]
    public async Task Any_WithoutTheScope_Answers403(string method, string path, string otherScope)
    {
        var token = Webex.IssueToken(Anna, [otherScope]);

        var reply = await SendAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null, token);

        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        reply["message"].ShouldBe((string)WebexSpec.Sample("meeting-preferences.403.error.json")["message"]!);
    }

    [Fact]
    public async Task Any_UnknownPathOrMethod_Answers404Or405InTheVendorsForm()
    {
        var unknown = await GetAsync("nothing/here");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown["trackingId"].ShouldNotBeEmpty();

        (await DeleteAsync("people/me")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
