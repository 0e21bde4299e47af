using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Support.Sdk.Emulators.Zendesk;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskOAuthTests
{
    private static readonly Uri Redirect = new("https://app.example.com/callback");

    [Fact]
    public async Task AuthorizationCode_IsGoodOnceAndFor120Seconds()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        var code = await AuthorizeAsync(fixture, "app", "&state=s1");
        var token = await GrantAsync(fixture, client, $"""
            "grant_type":"authorization_code","code":"{code}","redirect_uri":"{Redirect}","expires_in":1800
            """);
        token.Status.ShouldBe(201);
        ((string?)token["token_type"]).ShouldBe("bearer");
        ((int?)token["expires_in"]).ShouldBe(1800);
        using var http = fixture.Client((string)token["access_token"]!);
        ((long?)(await fixture.GetAsync("api/v2/users/me", http))["user"]["id"]).ShouldBe(fixture.Agent.Id);

        var again = await GrantAsync(fixture, client, $"""
            "grant_type":"authorization_code","code":"{code}","redirect_uri":"{Redirect}"
            """);
        again.Status.ShouldBe(400);
        again.Error.ShouldBe("invalid_grant");

        var late = await AuthorizeAsync(fixture, "app");
        fixture.Clock.Advance(TimeSpan.FromSeconds(120));
        (await GrantAsync(fixture, client, $"""
            "grant_type":"authorization_code","code":"{late}","redirect_uri":"{Redirect}"
            """)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Refresh_Rotates_EndsTheOldPair()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        var old = fixture.Zendesk.CreateAccessToken(fixture.Agent, "read", TimeSpan.FromMinutes(30), client);
        var refresh = $"""
            "grant_type":"refresh_token","refresh_token":"{old.RefreshToken}"
            """;

        var renewed = await GrantAsync(fixture, client, refresh);

        renewed.Status.ShouldBe(201);
        ((string?)renewed["refresh_token"]).ShouldNotBe(old.RefreshToken);
        ((int?)renewed["expires_in"]).ShouldBe(1800);
        using var oldHttp = fixture.Client(old.AccessToken);
        using var newHttp = fixture.Client((string)renewed["access_token"]!);
        (await fixture.GetAsync("api/v2/tickets", oldHttp)).Status.ShouldBe(401);
        (await fixture.GetAsync("api/v2/tickets", newHttp)).Status.ShouldBe(200);
        (await GrantAsync(fixture, client, refresh)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Refresh_AfterThirtyDays_IsRefused()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        var old = fixture.Zendesk.CreateAccessToken(fixture.Agent, "read", TimeSpan.FromMinutes(30), client);
        fixture.Clock.Advance(TimeSpan.FromDays(30));
        (await GrantAsync(fixture, client, $"""
            "grant_type":"refresh_token","refresh_token":"{old.RefreshToken}"
            """)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task ClientCredentials_ActAsTheOwner_ForeverUnlessAsked()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        var token = await GrantAsync(fixture, client, """
            "grant_type":"client_credentials","scope":"read"
            """);
        token.Status.ShouldBe(201);
        token.Json.ContainsKey("refresh_token").ShouldBeFalse();
        fixture.Clock.Advance(TimeSpan.FromDays(400));
        using var http = fixture.Client((string)token["access_token"]!);
        (await fixture.GetAsync("api/v2/tickets", http)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(172800)]
    public async Task ExpiresIn_OutOfRange_IsRefused(int seconds)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        (await GrantAsync(fixture, client, $"""
            "grant_type":"client_credentials","scope":"read","expires_in":{seconds}
            """)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Scope_AsArray_YieldsATokenThatIsForbiddenEverything()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent);
        var token = await GrantAsync(fixture, client, """
            "grant_type":"client_credentials","scope":["read","write"]
            """);
        token.Status.ShouldBe(201);
        using var http = fixture.Client((string)token["access_token"]!);
        (await fixture.GetAsync("api/v2/users/me", http)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task PublicClient_NeedsPkceAndTheRightVerifier()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("spa", Redirect, fixture.Agent, isPublic: true);
        const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        foreach (var (verifier, status) in new[] { (Verifier, 201), ("wrong", 400) })
        {
            var code = await AuthorizeAsync(fixture, "spa", $"&code_challenge={challenge}&code_challenge_method=S256");
            (await GrantAsync(fixture, client, $"""
                "grant_type":"authorization_code","code":"{code}","redirect_uri":"{Redirect}","code_verifier":"{verifier}"
                """)).Status.ShouldBe(status);
        }

        using var http = fixture.Client();
        using var answer = await http.GetAsync(
            $"oauth/authorizations/new?response_type=code&client_id=spa&scope=read&redirect_uri={Uri.EscapeDataString(Redirect.OriginalString)}", ZendeskFixture.Token);
        answer.Headers.Location!.Query.ShouldContain("error=invalid_request");
    }

    [Fact]
    public async Task Grant_WrongSecret_Answers401()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var client = fixture.Zendesk.AddOAuthClient("app", Redirect, fixture.Agent) with { Secret = "guess" };
        (await GrantAsync(fixture, client, """
            "grant_type":"client_credentials","scope":"read"
            """)).Status.ShouldBe(401);
    }

    private static async Task<string> AuthorizeAsync(ZendeskFixture fixture, string client, string more = "")
    {
        using var http = fixture.Client();
        using var answer = await http.GetAsync(
            $"oauth/authorizations/new?response_type=code&client_id={client}&scope=read%20write&redirect_uri={Uri.EscapeDataString(Redirect.OriginalString)}{more}",
            ZendeskFixture.Token);
        ((int)answer.StatusCode).ShouldBe(302);
        var query = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        query["state"].ShouldBe(more.Contains("state=s1", StringComparison.Ordinal) ? "s1" : null);
        return query["code"].ShouldNotBeNull();
    }

    private static Task<ZendeskFixture.Answer> GrantAsync(ZendeskFixture fixture, ZendeskOAuthClient client, string fields)
    {
        var secret = client.Secret is null ? "" : $", \"client_secret\":\"{client.Secret}\"";
        return fixture.SendAsync("POST", "oauth/tokens", $$"""{"client_id":"{{client.Identifier}}"{{secret}},{{fields}}}""");
    }
}
