using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Failures;
using Support.Sdk.Salesforce.People;
using Support.Sdk.Tokens;

namespace Support.Sdk.Salesforce.Tests;

public sealed class CredentialsTests
{
    private const string Count = """{"totalSize":1,"done":true,"records":[]}""";
    private static readonly Queries.Soql Query = Queries.Soql.Of($"SELECT COUNT() FROM Contact");
    private static readonly TokenKey Key = new("salesforce", "");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_ThroughTheWebServerFlow_StoresTheTokens()
    {
        await using var host = new SalesforceHost(OAuth);
        host.TokenEndpoint.Answer(Tokens("access-1", """, "refresh_token":"refresh-1","scope":"api refresh_token" """));
        var flow = host.Services.GetAuthorizationCodeFlow("salesforce");
        var request = flow.Begin(new Uri("https://app.test/callback"));

        await flow.CompleteAsync(request, "code-1", request.State, cancellationToken: Ct);

        request.Address.AbsoluteUri.ShouldStartWith("https://acme.my.salesforce.com/services/oauth2/authorize?response_type=code&client_id=my_app&");
        request.Address.Query.ShouldContain("scope=api%20refresh_token");
        request.Address.Query.ShouldContain("code_challenge_method=S256");
        var sent = host.TokenEndpoint.Last;
        sent.Address.AbsoluteUri.ShouldBe("https://acme.my.salesforce.com/services/oauth2/token");
        sent.Form.Keys.Order().ShouldBe(["client_id", "client_secret", "code", "code_verifier", "grant_type", "redirect_uri"]);
        var stored = (await host.Tokens.LoadAsync(Key, Ct))!.Tokens;
        (stored.AccessToken, stored.RefreshToken, stored.ExpiresAt).ShouldBe(("access-1", "refresh-1", null));
    }

    [Fact]
    public async Task Call_WithAnExpiredSession_RefreshesOnceAndKeepsTheRefreshToken()
    {
        await using var host = new SalesforceHost(OAuth);
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("old", refreshToken: "refresh-1"), 0, Ct);
        host.Salesforce.AnswerSample("error-401-invalid-session", HttpStatusCode.Unauthorized).Answer(Count);
        host.TokenEndpoint.Answer(Tokens("new"));

        (await host.Client.Queries.CountAsync(Query, Ct)).ShouldBe(1);

        host.Salesforce.Sent.Select(sent => sent.Headers["Authorization"]).ShouldBe(["Bearer old", "Bearer new"]);
        host.TokenEndpoint.Sent.Single().Form["grant_type"].ShouldBe("refresh_token");
        (await host.Tokens.LoadAsync(Key, Ct))!.Tokens.RefreshToken.ShouldBe("refresh-1");
    }

    [Fact]
    public async Task Call_WithATokenThatIsNotForTheApi_DoesNotRefreshInCircles()
    {
        const string Unfit = """[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]""";
        await using var host = new SalesforceHost(OAuth);
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("old", refreshToken: "refresh-1"), 0, Ct);
        host.Salesforce.Answer(Unfit, HttpStatusCode.Unauthorized).Answer(Unfit, HttpStatusCode.Unauthorized).Answer(Unfit, HttpStatusCode.Unauthorized);
        host.TokenEndpoint.Answer(Tokens("new"));

        var first = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Queries.CountAsync(Query, Ct));
        await Should.ThrowAsync<SupportRequestException>(() => host.Client.Queries.CountAsync(Query, Ct));

        first.Is(SalesforceErrorCode.InvalidSession).ShouldBeTrue();
        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WithARefusedRefreshToken_AsksForConsent()
    {
        await using var host = new SalesforceHost(options =>
        {
            OAuth(options);
            options.Http.Tokens.RotationGrace = TimeSpan.Zero;
        });
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("old", refreshToken: "refresh-1"), 0, Ct);
        host.Salesforce.AnswerSample("error-401-invalid-session", HttpStatusCode.Unauthorized);
        host.TokenEndpoint.AnswerSample("oauth-token-error-invalid-grant", HttpStatusCode.BadRequest);

        await Should.ThrowAsync<ReauthorizationRequiredException>(() => host.Client.Queries.CountAsync(Query, Ct));
    }

    [Theory]
    [InlineData(SalesforceGrant.JwtBearer, "invalid_grant", true)]
    [InlineData(SalesforceGrant.JwtBearer, "inactive_user", true)]
    [InlineData(SalesforceGrant.JwtBearer, "inactive_org", true)]
    [InlineData(SalesforceGrant.JwtBearer, "invalid_client_id", false)]
    [InlineData(SalesforceGrant.AuthorizationCode, "inactive_user", true)]
    [InlineData(SalesforceGrant.AuthorizationCode, "inactive_org", true)]
    [InlineData(SalesforceGrant.AuthorizationCode, "invalid_client_id", false)]
    [InlineData(SalesforceGrant.ClientCredentials, "inactive_user", false)]
    public async Task Call_WhoseTokensAreRefused_AsksForConsentWhereItIsGone(SalesforceGrant grant, string error, bool isGone)
    {
        await using var host = new SalesforceHost(options =>
        {
            ActAs(options, grant);
            options.Http.Tokens.RotationGrace = TimeSpan.Zero;
        });
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("old", SalesforceHost.Now.AddSeconds(-1), "refresh-1"), 0, Ct);
        host.TokenEndpoint.Answer($$"""{"error":"{{error}}","error_description":"no"}""", HttpStatusCode.BadRequest);

        var failure = await Should.ThrowAsync<Exception>(() => host.Client.Queries.CountAsync(Query, Ct));

        failure.GetType().ShouldBe(isGone ? typeof(ReauthorizationRequiredException) : typeof(SupportRequestException));
        failure.ShouldBeAssignableTo<IVendorFailure>()!.Kind.ShouldBe(isGone ? FailureKind.Reauthorization : FailureKind.Refused);
        host.Salesforce.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_WithClientCredentials_AsksTheOrgItself()
    {
        await using var host = new SalesforceHost(options =>
        {
            OAuth(options);
            options.OAuth.Grant = SalesforceGrant.ClientCredentials;
        });
        host.TokenEndpoint.Answer(Tokens("own"));
        host.Salesforce.Answer(Count);

        await host.Client.Queries.CountAsync(Query, Ct);

        var sent = host.TokenEndpoint.Last;
        sent.Address.Host.ShouldBe("acme.my.salesforce.com");
        sent.Form.ShouldBe(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "my_app", ["client_secret"] = "my_secret" }, ignoreOrder: true);
        host.Salesforce.Last.Headers["Authorization"].ShouldBe("Bearer own");
    }

    [Fact]
    public async Task Call_WithClientCredentialsOnAWrongHost_TellsWhatSalesforceSays()
    {
        await using var host = new SalesforceHost(options =>
        {
            OAuth(options);
            options.OAuth.Grant = SalesforceGrant.ClientCredentials;
        });
        host.TokenEndpoint.AnswerSample("observed-oauth-client-credentials-wrong-host-400", HttpStatusCode.BadRequest);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Queries.CountAsync(Query, Ct));

        failure.VendorCode.ShouldBe("invalid_grant");
        failure.Message.ShouldContain("request not supported on this domain");
    }

    [Theory]
    [InlineData("acme", "https://login.salesforce.com")]
    [InlineData("acme--uat.sandbox", "https://test.salesforce.com")]
    public async Task Call_WithJwtBearer_SendsAnAssertionThatVerifies(string myDomain, string audience)
    {
        using var key = RSA.Create(2048);
        await using var host = new SalesforceHost(options =>
        {
            options.MyDomain = myDomain;
            options.OAuth.ClientId = "my_app";
            options.OAuth.Grant = SalesforceGrant.JwtBearer;
            options.OAuth.Jwt.Username = "ada@acme.test";
            options.OAuth.Jwt.PrivateKeyPem = key.ExportPkcs8PrivateKeyPem();
        });
        host.TokenEndpoint.Answer(Tokens("signed-for").Replace("//acme.", $"//{myDomain}.", StringComparison.Ordinal));
        host.Salesforce.Answer(Count);

        await host.Client.Queries.CountAsync(Query, Ct);

        var form = host.TokenEndpoint.Last.Form;
        form.Keys.Order().ShouldBe(["assertion", "grant_type"]);
        form["grant_type"].ShouldBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
        var parts = form["assertion"].Split('.');
        key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.GetProperty("alg").GetString().ShouldBe("RS256");
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        claims.GetProperty("iss").GetString().ShouldBe("my_app");
        claims.GetProperty("sub").GetString().ShouldBe("ada@acme.test");
        claims.GetProperty("aud").GetString().ShouldBe(audience);
        claims.GetProperty("exp").GetInt64().ShouldBe((SalesforceHost.Now + TimeSpan.FromMinutes(3)).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Call_WithTokensOfAnotherOrg_RefusesThemAndSendsNothing()
    {
        await using var host = new SalesforceHost(OAuth);
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("old", refreshToken: "refresh-1"), 0, Ct);
        host.Salesforce.AnswerSample("error-401-invalid-session", HttpStatusCode.Unauthorized);
        host.TokenEndpoint.AnswerSample("oauth-token-success");

        var failure = await Should.ThrowAsync<SalesforceInstanceException>(() => host.Client.Queries.CountAsync(Query, Ct));

        failure.Actual.ShouldBe(new Uri("https://na1.salesforce.com"));
        failure.Message.ShouldContain("https://acme.my.salesforce.com");
        host.Salesforce.Sent.Count.ShouldBe(1);
        (await host.Tokens.LoadAsync(Key, Ct))!.Tokens.AccessToken.ShouldBe("old");
    }

    [Fact]
    public async Task Call_ThroughAGateway_TakesTokensOfTheInstanceBehindIt()
    {
        await using var host = new SalesforceHost(options =>
        {
            OAuth(options);
            options.OAuth.Grant = SalesforceGrant.ClientCredentials;
            options.BaseAddress = new Uri("https://gateway.acme.test/sf");
            options.InstanceAddress = new Uri("https://na1.salesforce.com");
        });
        host.TokenEndpoint.AnswerSample("oauth-token-success");
        host.Salesforce.Answer(Count);

        await host.Client.Queries.CountAsync(Query, Ct);

        host.Salesforce.Last.Address.AbsoluteUri.ShouldStartWith("https://gateway.acme.test/sf/services/data/v64.0/query?q=");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SalesforceGrant.ClientCredentials)]
    [InlineData(SalesforceGrant.JwtBearer)]
    public async Task ForUser_WithCredentialsOfOneUser_IsRefused(SalesforceGrant? grant)
    {
        await using var host = new SalesforceHost(options => ActAs(options, grant));
        var search = host.Services.GetRequiredService<AttendeeSearch>();

        Should.Throw<InvalidOperationException>(() => host.Client.ForUser("ada")).Message.ShouldContain("AuthorizationCode");
        await Should.ThrowAsync<InvalidOperationException>(() => search.SearchAsync("gr", user: "ada", cancellationToken: Ct));

        host.Client.ForUser("").ShouldNotBeNull();
        host.Salesforce.Sent.ShouldBeEmpty();
        host.TokenEndpoint.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task ForUser_WithConsent_UsesTheTokensOfThatUser()
    {
        await using var host = new SalesforceHost(options => ActAs(options, SalesforceGrant.AuthorizationCode));
        await host.Tokens.TrySaveAsync(Key, new OAuthTokens("own"), 0, Ct);
        await host.Tokens.TrySaveAsync(Key with { Subject = "ada" }, new OAuthTokens("adas"), 0, Ct);
        host.Salesforce.Answer(Count).Answer("""{"totalSize":0,"done":true,"records":[]}""");

        await host.Client.ForUser("ada").Queries.CountAsync(Query, Ct);
        await host.Services.GetRequiredService<AttendeeSearch>().SearchAsync("gr", user: "ada", cancellationToken: Ct);
        await Should.ThrowAsync<ReauthorizationRequiredException>(() => host.Client.ForUser("bob").Queries.CountAsync(Query, Ct));

        host.Salesforce.Sent.Select(sent => sent.Headers["Authorization"]).ShouldBe(["Bearer adas", "Bearer adas"]);
    }

    [Fact]
    public async Task Failure_OfACall_ShowsNoSecretAnywhere()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer($$"""[{"errorCode":"X","message":"you sent Bearer {{SalesforceHost.Token}}"}]""", HttpStatusCode.Forbidden);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Queries.CountAsync(Query, Ct));

        ((string[])[failure.ToString(), failure.ResponseBody!, .. host.Logs.Lines]).ShouldAllBe(text => !text.Contains(SalesforceHost.Token, StringComparison.Ordinal));
    }

    private static string Tokens(string access, string more = "") =>
        $$"""{"access_token":"{{access}}","instance_url":"https://acme.my.salesforce.com","id":"https://login.salesforce.com/id/00Dx/005x","token_type":"Bearer","issued_at":"1278448832702"{{more}}}""";

    private static void ActAs(SalesforceOptions options, SalesforceGrant? grant)
    {
        options.Meetings.SearchContacts = true;
        if (grant is not { } known)
        {
            options.AccessToken = SalesforceHost.Token;
            return;
        }

        OAuth(options);
        options.OAuth.Grant = known;
        if (known == SalesforceGrant.JwtBearer)
        {
            using var key = RSA.Create(2048);
            options.OAuth.Jwt.Username = "integration@acme.test";
            options.OAuth.Jwt.PrivateKeyPem = key.ExportPkcs8PrivateKeyPem();
        }
    }

    private static void OAuth(SalesforceOptions options)
    {
        options.OAuth.ClientId = "my_app";
        options.OAuth.ClientSecret = "my_secret";
    }
}
