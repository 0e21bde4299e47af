using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Tests.Webex;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceOAuthTests : SalesforceTest
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static readonly Uri Redirect = new("https://app.example.com/callback");

    [Fact]
    public async Task AuthorizationCode_WithPkce_GivesASessionAndARefreshToken()
    {
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", "secret", Redirect) { PkceRequired = true });
        var code = await CodeAsync();

        var wrong = await TokenAsync($"grant_type=authorization_code&code={code}&client_id=key&client_secret=secret&redirect_uri={Redirect}&code_verifier=other");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong["error"].ShouldBe("invalid_grant");

        code = await CodeAsync();
        var right = await TokenAsync($"grant_type=authorization_code&code={code}&client_id=key&client_secret=secret&redirect_uri={Redirect}&code_verifier={Verifier}");
        right.Status.ShouldBe(HttpStatusCode.OK, right.Text);
        right["instance_url"].ShouldBe(Salesforce.InstanceUrl.OriginalString.TrimEnd('/'));
        right["issued_at"].ShouldBe(Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        right.Json!["expires_in"].ShouldBeNull();

        var refreshed = await TokenAsync($"grant_type=refresh_token&refresh_token={right["refresh_token"]}&client_id=key&client_secret=secret");
        refreshed.Json!["refresh_token"].ShouldBeNull();
        Token = refreshed["access_token"];
        (await GetAsync("limits")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ClientCredentials_ActsAsTheExecutionUser_ButNotOnTheLoginHost()
    {
        var robot = Salesforce.AddUser("robot@example.com", "Rob", "Robot");
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", "secret", Redirect) { ExecutionUser = robot });

        var reply = await TokenAsync("grant_type=client_credentials&client_id=key&client_secret=secret");
        reply.Json!["refresh_token"].ShouldBeNull();
        Token = reply["access_token"];
        (await GetAsync("/services/oauth2/userinfo"))["user_id"].ShouldBe(robot.Id);

        var login = await SendAsync("POST", "/services/oauth2/token", "grant_type=client_credentials&client_id=key&client_secret=secret", "application/x-www-form-urlencoded", ("Host", "login.salesforce.com"));
        login.Status.ShouldBe(HttpStatusCode.BadRequest);
        login.Json!.ToJsonString().ShouldBe(Recorded("observed-oauth-client-credentials-wrong-host-400").ToJsonString());
        (await TokenAsync("grant_type=client_credentials&client_id=key&client_secret=wrong"))["error"].ShouldBe("invalid_client");
    }

    [Theory]
    [InlineData("https://login.salesforce.com", 180, true, null)]
    [InlineData("https://login.salesforce.com", 181, true, "invalid_grant")]
    [InlineData("https://login.salesforce.com", -1, true, "invalid_grant")]
    [InlineData("https://example.com", 180, true, "invalid_grant")]
    [InlineData("https://login.salesforce.com", 180, false, "invalid_grant")]
    public async Task JwtBearer_ChecksAudienceExpiryAndSignature(string audience, int seconds, bool ownKey, string? error)
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", null, Redirect) { PublicKeyPem = key.ExportSubjectPublicKeyInfoPem() });

        var reply = await AssertAsync(ownKey ? key : other, audience, seconds);

        ((string?)reply.Json!["error"]).ShouldBe(error);
        (reply.Json["access_token"] is null).ShouldBe(error is not null);
    }

    [Fact]
    public async Task JwtBearer_OfAnAppThatIsNotApproved_IsRefused()
    {
        using var key = RSA.Create(2048);
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", null, Redirect) { PublicKeyPem = key.ExportSubjectPublicKeyInfoPem(), IsApproved = false });

        var reply = await AssertAsync(key, "https://login.salesforce.com", 180);

        (reply["error"], reply["error_description"]).ShouldBe(("invalid_grant", "user hasn't approved this consumer"));
    }

    [Fact]
    public async Task ClientCredentials_OfAnAppWithoutSecret_AreRefused()
    {
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", null, Redirect) { ExecutionUser = Salesforce.Administrator });

        (await TokenAsync("grant_type=client_credentials&client_id=key"))["error"].ShouldBe("invalid_client");
        (await TokenAsync("grant_type=client_credentials&client_id=key&client_secret=any"))["error"].ShouldBe("invalid_client");
    }

    [Fact]
    public async Task Session_OfAUserWhoIsNoLongerActive_IsNotGiven()
    {
        var robot = Salesforce.AddUser("robot@example.com", "Rob", "Robot");
        Salesforce.AddOAuthClient(new SalesforceOAuthClient("key", "secret", Redirect) { ExecutionUser = robot });
        (await PatchAsync($"sobjects/User/{robot.Id}", """{"IsActive":false}""")).Status.ShouldBe(HttpStatusCode.NoContent);

        var reply = await TokenAsync("grant_type=client_credentials&client_id=key&client_secret=secret");

        (reply.Status, reply["error"]).ShouldBe((HttpStatusCode.BadRequest, "inactive_user"));
    }

    [Fact]
    public async Task Session_UnusedForTwoHours_IsRefusedAsRecorded()
    {
        Clock.Advance(TimeSpan.FromMinutes(119));
        (await GetAsync("limits")).Status.ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromHours(2));
        var reply = await GetAsync("limits");
        reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
        reply.Json!.ToJsonString().ShouldBe(Recorded("error-401-invalid-session").ToJsonString());

        Token = Salesforce.CreateAccessToken(scope: "id");
        (await GetAsync("limits")).Text.ShouldContain("not valid for use with the REST API");
    }

    private Task<Reply> AssertAsync(RSA key, string audience, int seconds)
    {
        var expires = Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        var signed = Encode("""{"alg":"RS256"}""") + "." + Encode($$"""{"iss":"key","sub":"{{Salesforce.Administrator.Username}}","aud":"{{audience}}","exp":{{expires}}}""");
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return TokenAsync($"grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion={signed}.{WebEncoders.Base64UrlEncode(signature)}");

        static string Encode(string json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json));
    }

    private async Task<string> CodeAsync()
    {
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var reply = await GetAsync($"/services/oauth2/authorize?response_type=code&client_id=key&redirect_uri={Uri.EscapeDataString(Redirect.OriginalString)}&state=s&code_challenge={challenge}&code_challenge_method=S256");
        reply.Status.ShouldBe(HttpStatusCode.Redirect, reply.Text);
        var query = QueryHelpers.ParseQuery(new Uri(reply.Headers["Location"]).Query);
        query["state"].ToString().ShouldBe("s");
        return query["code"].ToString();
    }

    private Task<Reply> TokenAsync(string form) => SendAsync("POST", "/services/oauth2/token", form, "application/x-www-form-urlencoded");
}
