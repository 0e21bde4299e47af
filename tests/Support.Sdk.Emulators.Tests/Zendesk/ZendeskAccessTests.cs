using System.Text;
using System.Text.Json.Nodes;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskAccessTests
{
    [Fact]
    public async Task Me_WithoutCredentials_Answers200Anonymous()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        using var nobody = fixture.Client();
        var answer = await fixture.GetAsync("api/v2/users/me.json", nobody);
        answer.Status.ShouldBe(200);
        answer["user"]["id"].ShouldBeNull();
        ((string?)answer["user"]["name"]).ShouldBe("Anonymous user");
        (await fixture.GetAsync("api/v2/account/settings", nobody)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Any_WrongToken_Answers401()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        using var stranger = fixture.Client("wrong");
        var answer = await fixture.GetAsync("api/v2/users/me", stranger);
        answer.Status.ShouldBe(401);
        answer.Text.ShouldBe("""{"error":"Couldn't authenticate you"}""");
    }

    [Fact]
    public async Task ApiToken_ActsAsAnyUserUntilRetired()
    {
        foreach (var accepted in (bool[])[true, false])
        {
            await using var fixture = await ZendeskFixture.StartAsync(options => options.ApiTokensAccepted = accepted);
            var token = fixture.Zendesk.CreateApiToken(fixture.Agent);
            using var agent = fixture.BasicClient($"ada@example.com/token:{token}");
            using var customer = fixture.BasicClient($"CARL@example.com/token:{token}");
            using var password = fixture.BasicClient($"ada@example.com:{token}");
            (await fixture.GetAsync("api/v2/tickets", agent)).Status.ShouldBe(accepted ? 200 : 401);
            (await fixture.GetAsync("api/v2/tickets", customer)).Status.ShouldBe(accepted ? 403 : 401);
            (await fixture.GetAsync("api/v2/tickets", password)).Status.ShouldBe(401);
        }
    }

    [Theory]
    [InlineData("read", "GET", "api/v2/tickets", 200)]
    [InlineData("read", "POST", "api/v2/tickets", 403)]
    [InlineData("tickets:read", "GET", "api/v2/tickets", 200)]
    [InlineData("tickets:read", "GET", "api/v2/users", 403)]
    [InlineData("tickets:read", "GET", "api/v2/tickets/1/audits", 403)]
    [InlineData("tickets:write", "POST", "api/v2/tickets", 201)]
    [InlineData("read writ", "GET", "api/v2/tickets", 403)]
    public async Task Scope_DecidesWhatIsPermitted(string scopes, string method, string path, int status)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        using var client = fixture.Client(fixture.Zendesk.CreateAccessToken(fixture.Agent, scopes).AccessToken);
        var body = method == "POST" ? """{"ticket":{"comment":{"body":"Hi"}}}""" : null;
        (await fixture.SendAsync(method, path, body, client)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Tokens_ExpiredOrRevoked_Answer401()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        using var client = fixture.Client(fixture.Zendesk.CreateAccessToken(fixture.Agent, expiresIn: TimeSpan.FromMinutes(30)).AccessToken);
        fixture.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        (await fixture.GetAsync("api/v2/tickets", client)).Status.ShouldBe(200);
        fixture.Clock.Advance(TimeSpan.FromTicks(1));
        (await fixture.GetAsync("api/v2/tickets", client)).Status.ShouldBe(401);
        (await fixture.GetAsync("api/v2/tickets")).Status.ShouldBe(200);
        fixture.Zendesk.RevokeTokens(fixture.Agent).ShouldBe(2);
        (await fixture.GetAsync("api/v2/tickets")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("GET", "api/v2/ticketz", "InvalidEndpoint")]
    [InlineData("PATCH", "api/v2/tickets/1", "InvalidEndpoint")]
    [InlineData("GET", "api/v2/tickets/999", "RecordNotFound")]
    [InlineData("GET", "api/v2/tickets/abc", "RecordNotFound")]
    [InlineData("GET", "api/v2/users/5", "RecordNotFound")]
    public async Task Missing_RecordOrEndpoint_AreToldApart(string method, string path, string error)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.SendAsync(method, path, null);
        answer.Status.ShouldBe(404);
        answer.Error.ShouldBe(error);
    }

    [Fact]
    public async Task Body_OfWrongMediaTypeSizeOrForm_IsRefused()
    {
        await using var fixture = await ZendeskFixture.StartAsync(options => options.MaxBodyBytes = 200);
        using var text = new StringContent("""{"ticket":{}}""", Encoding.UTF8, "text/plain");
        using var response = await fixture.Http.PutAsync("api/v2/tickets/1", text, ZendeskFixture.Token);
        ((int)response.StatusCode).ShouldBe(415);
        (await fixture.UpdateAsync($$"""{"subject":"{{new string('x', 300)}}"}""")).Status.ShouldBe(413);
        (await fixture.SendAsync("PUT", "api/v2/tickets/1", "{not json")).Status.ShouldBe(422);
        var titled = await fixture.SendAsync("PUT", "api/v2/tickets/1", "{}");
        titled.Status.ShouldBe(400);
        ((string?)titled["error"]["title"]).ShouldBe("Invalid attribute");
        (await fixture.UpdateAsync("""{"subject":5}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Accept_WithoutJson_IsRefused()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Http.DefaultRequestHeaders.Add("Accept", "text/html");
        (await fixture.GetAsync("api/v2/tickets")).Status.ShouldBe(415);
    }

    [Fact]
    public async Task AccountLimit_Exceeded_Answers429UntilTheMinuteIsOver()
    {
        await using var fixture = await ZendeskFixture.StartAsync(options => options.RateLimits.RequestsPerMinute = 2);
        var first = await fixture.GetAsync("api/v2/tickets");
        first.Headers["X-Rate-Limit"].ShouldBe("2");
        first.Headers["X-Rate-Limit-Remaining"].ShouldBe("1");
        first.Headers["ratelimit-remaining"].ShouldBe("1");
        first.Headers["rate-limit"].ShouldBe("2");
        fixture.Clock.Advance(TimeSpan.FromSeconds(20));
        await fixture.GetAsync("api/v2/tickets");
        var refused = await fixture.GetAsync("api/v2/tickets");
        refused.Status.ShouldBe(429);
        refused.Headers["Retry-After"].ShouldBe("40");
        fixture.Clock.Advance(TimeSpan.FromSeconds(40));
        (await fixture.GetAsync("api/v2/tickets")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task TicketUpdates_ThirtyInTenMinutes_ThenRefused()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var other = fixture.Zendesk.AddTicket(fixture.Customer, "Other");
        for (var i = 0; i < 30; i++)
        {
            (await fixture.UpdateAsync($$"""{"subject":"{{i}}"}""")).Status.ShouldBe(200);
        }

        (await fixture.UpdateAsync("""{"subject":"31"}""")).Status.ShouldBe(429);
        (await fixture.UpdateAsync("""{"subject":"31"}""", other.Id)).Status.ShouldBe(200);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Subject.ShouldBe("29");
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        (await fixture.UpdateAsync("""{"subject":"31"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task RequestLog_MasksCredentials()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.GetAsync("api/v2/tickets");
        fixture.Zendesk.Requests.Single().Headers["Authorization"].ShouldBe("Bearer ***");
        fixture.Zendesk.CreateAccessToken(fixture.Agent).ToString().ShouldBe("OAuth token (read write), ends never");
    }
}
