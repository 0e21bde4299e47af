using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Tokens;

namespace Support.Sdk.Zendesk.Tests;

public sealed class CredentialsTests
{
    private const string Me = """{"user":{"id":5}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithAnApiToken_SendsBasicInZendesksForm()
    {
        await using var host = new ZendeskHost(options => (options.ApiToken.Email, options.ApiToken.Token) = ("ada@acme.test", "t0ken"));
        host.Zendesk.Answer(Me);

        await host.Client.Users.MeAsync(Ct);

        host.Zendesk.Sent.Single().Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada@acme.test/token:t0ken")));
    }

    [Theory]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Consent_ThroughTheCodeFlow_StoresTheTokens(HttpStatusCode status)
    {
        await using var host = new ZendeskHost(OAuth);
        host.TokenEndpoint.Answer(Sample.Read("oas-oauth-token-for-grant-type"), status);
        var flow = host.Services.GetAuthorizationCodeFlow("zendesk");
        var request = flow.Begin(new Uri("https://app.test/callback"));

        var tokens = await flow.CompleteAsync(request, "code-1", request.State, cancellationToken: Ct);

        request.Address.AbsoluteUri.ShouldStartWith("https://acme.zendesk.com/oauth/authorizations/new?response_type=code&client_id=my_app&redirect_uri=https%3A%2F%2Fapp.test%2Fcallback&scope=read%20write&state=");
        request.Address.Query.ShouldContain("code_challenge_method=S256");
        tokens.AccessToken.ShouldBe("gErypPlm4dOVgGRvA1ZzMH5MQ3nLo8bo");
        var sent = host.TokenEndpoint.Sent.Single();
        sent.Address.AbsoluteUri.ShouldBe("https://acme.zendesk.com/oauth/tokens");
        var body = JsonNode.Parse(sent.Body!)!.AsObject();
        body.Select(property => property.Key).Order().ShouldBe(["client_id", "client_secret", "code", "code_verifier", "expires_in", "grant_type", "redirect_uri", "scope"]);
        body["expires_in"]!.GetValue<int>().ShouldBe(1800);
        body["scope"]!.GetValue<string>().ShouldBe("read write");
    }

    [Fact]
    public async Task Call_AfterTheTokenExpired_RefreshesAndKeepsTheRotatedPair()
    {
        await using var host = new ZendeskHost(OAuth);
        var key = new TokenKey("zendesk", "", "");
        await host.Tokens.TrySaveAsync(key, new OAuthTokens("old", host.Clock.GetUtcNow() - TimeSpan.FromMinutes(1), "refresh-1", null, null), 0, Ct);
        host.TokenEndpoint.Answer("""{"access_token":"new","refresh_token":"refresh-2","token_type":"bearer","expires_in":1800,"refresh_token_expires_in":2592000,"scope":"read write"}""");
        host.Zendesk.Answer(Me);

        await host.Client.Users.MeAsync(Ct);

        host.Zendesk.Sent.Single().Headers["Authorization"].ShouldBe("Bearer new");
        JsonNode.Parse(host.TokenEndpoint.Sent.Single().Body!)!["refresh_token"]!.GetValue<string>().ShouldBe("refresh-1");
        (await host.Tokens.LoadAsync(key, Ct))!.Tokens.RefreshToken.ShouldBe("refresh-2");
    }

    [Fact]
    public async Task Call_WithClientCredentials_AsksForItsOwnToken()
    {
        await using var host = new ZendeskHost(options =>
        {
            OAuth(options);
            options.OAuth.Grant = OAuthGrant.ClientCredentials;
            options.OAuth.RefreshTokenLifetime = TimeSpan.FromDays(30);
        });
        host.TokenEndpoint.Answer("""{"access_token":"own","expires_in":1800}""", HttpStatusCode.Created);
        host.Zendesk.Answer(Me);

        await host.Client.Users.MeAsync(Ct);

        var body = JsonNode.Parse(host.TokenEndpoint.Sent.Single().Body!)!.AsObject();
        body["grant_type"]!.GetValue<string>().ShouldBe("client_credentials");
        body.ContainsKey("refresh_token_expires_in").ShouldBeFalse();
        host.Zendesk.Sent.Single().Headers["Authorization"].ShouldBe("Bearer own");
    }

    [Fact]
    public async Task Failure_OfACall_ShowsNoSecretAnywhere()
    {
        const string Secret = "t0p-secret-token";
        await using var host = new ZendeskHost(options => (options.ApiToken.Email, options.ApiToken.Token) = ("ada@acme.test", Secret));
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada@acme.test/token:{Secret}"));
        host.Zendesk.Answer($$"""{"error":"Echo","description":"you sent Authorization: Basic {{encoded}}"}""", HttpStatusCode.Forbidden);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Tickets.ShowAsync(1, Ct));

        foreach (var text in (string[])[failure.ToString(), failure.ResponseBody!, failure.Description, .. host.Logs.Lines])
        {
            text.ShouldNotContain(Secret);
            text.ShouldNotContain(encoded);
        }
    }

    [Fact]
    public async Task Accounts_SideBySide_HaveTheirOwnAddressAndCredentials()
    {
        using var zendesk = new FakeZendesk();
        zendesk.Always(_ => FakeZendesk.Response(HttpStatusCode.OK, Me));
        var services = new ServiceCollection();
        services.AddZendesk("one", options => (options.Subdomain, options.AccessToken) = ("one", "token-1")).ConfigurePrimaryHttpMessageHandler(() => zendesk);
        services.AddZendesk("two", options => (options.Subdomain, options.AccessToken) = ("two", "token-2")).ConfigurePrimaryHttpMessageHandler(() => zendesk);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IZendeskClientFactory>();

        await factory.GetClient("one").Users.MeAsync(Ct);
        await factory.GetClient("two").Users.MeAsync(Ct);

        zendesk.Sent.Select(sent => (sent.Address.Host, sent.Headers["Authorization"])).ShouldBe([("one.zendesk.com", "Bearer token-1"), ("two.zendesk.com", "Bearer token-2")]);
        Should.Throw<InvalidOperationException>(() => factory.GetClient()).Message.ShouldContain("default");
    }

    [Fact]
    public async Task SendRaw_OfARequestOfOnesOwn_GoesThroughTheAccount()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("""{"views":[]}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/views");

        using var response = await host.Client.SendRawAsync(request, Ct);

        await host.Client.EnsureSuccessAsync(response, Ct);
        var sent = host.Zendesk.Sent.Single();
        (sent.Address.AbsoluteUri, sent.Headers["Accept"]).ShouldBe(("https://acme.zendesk.com/api/v2/views", "application/json"));
    }

    private static void OAuth(ZendeskOptions options)
    {
        options.OAuth.ClientId = "my_app";
        options.OAuth.ClientSecret = "my_secret";
    }
}
