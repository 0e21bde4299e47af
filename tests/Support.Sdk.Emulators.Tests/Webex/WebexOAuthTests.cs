using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexOAuthTests : WebexTest
{
    private const string Redirect = "http://127.0.0.1/callback";

    private string Client => $"client_id={Webex.Integration.ClientId}&client_secret={Webex.Integration.ClientSecret}";

    [Fact]
    public async Task Authorize_KnownClient_RedirectsWithCodeAndState()
    {
        var reply = await AuthorizeAsync("&state=a%20b");

        reply.Status.ShouldBe(HttpStatusCode.Found);
        var query = QueryHelpers.ParseQuery(new Uri(reply.Headers["Location"]).Query);
        query["code"].ToString().ShouldNotBeEmpty();
        query["state"].ToString().ShouldBe("a b");
    }

    [Theory]
    [InlineData("client_id=C0&redirect_uri=http://127.0.0.1/callback")]
    [InlineData("client_id={id}&redirect_uri=http://evil.example/")]
    public async Task Authorize_UnknownClientOrAddress_RefusesWithoutRedirect(string query)
    {
        var reply = await GetAsync($"authorize?response_type=code&scope=spark:all&{query.Replace("{id}", Webex.Integration.ClientId)}", "");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Headers.ContainsKey("Location").ShouldBeFalse();
    }

    [Fact]
    public async Task Authorize_UnknownScope_RedirectsWithError() =>
        (await GetAsync($"authorize?response_type=code&client_id={Webex.Integration.ClientId}&redirect_uri={Redirect}&scope=no:such", "")).Headers["Location"].ShouldContain("error=invalid_scope");

    [Fact]
    public async Task AccessToken_ForCode_AnswersTheRecordedPropertiesAndAWorkingToken()
    {
        var reply = await RedeemAsync(await CodeAsync());

        reply.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (name, _) in WebexSpec.Sample("oauth-access-token.200.json").AsObject())
        {
            reply.Json!.AsObject().ShouldContainKey(name);
        }

        ((long)reply.Json!["expires_in"]!).ShouldBe(1_209_600);
        ((long)reply.Json["refresh_token_expires_in"]!).ShouldBe(7_776_000);
        (await GetAsync("people/me", reply["access_token"])).Id.ShouldBe(Anna.Id);
    }

    [Fact]
    public async Task AccessToken_CodeUsedTwice_IsRefused()
    {
        var code = await CodeAsync();
        (await RedeemAsync(code)).Status.ShouldBe(HttpStatusCode.OK);

        (await RedeemAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AccessToken_CodeExpired_IsRefused()
    {
        var code = await CodeAsync();
        Clock.Advance(TimeSpan.FromMinutes(5));

        (await RedeemAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AccessToken_OtherRedirectUri_IsRefused()
    {
        var code = await CodeAsync();

        (await TokenAsync($"grant_type=authorization_code&{Client}&code={code}&redirect_uri={Uri.EscapeDataString(Redirect + "/other")}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AccessToken_RefreshTokenOfAnotherIntegration_IsRefused()
    {
        var other = Webex.AddIntegration("http://127.0.0.1/other");

        (await TokenAsync($"grant_type=refresh_token&client_id={other.ClientId}&client_secret={other.ClientSecret}&refresh_token={Anna.RefreshToken}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AccessToken_WrongSecret_IsRefused() =>
        (await TokenAsync($"grant_type=refresh_token&client_id={Webex.Integration.ClientId}&client_secret=wrong&refresh_token={Anna.RefreshToken}")).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task AccessToken_WithPkce_NeedsTheVerifier()
    {
        const string verifier = "a-verifier-of-at-least-forty-three-characters-0123";
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

        (await RedeemAsync(await CodeAsync($"&code_challenge={challenge}&code_challenge_method=S256"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await RedeemAsync(await CodeAsync($"&code_challenge={challenge}&code_challenge_method=S256"), "&code_verifier=" + verifier)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refresh_Valid_GivesANewAccessTokenAndRestartsTheRefreshTokensLife()
    {
        Clock.Advance(TimeSpan.FromDays(89));
        var first = await RefreshAsync(Anna.RefreshToken);
        Clock.Advance(TimeSpan.FromDays(89));
        var second = await RefreshAsync(Anna.RefreshToken);

        first["refresh_token"].ShouldBe(Anna.RefreshToken);
        first["access_token"].ShouldNotBe(Anna.AccessToken);
        second.Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("people/me", second["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("people/me", first["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Refresh_TokenExpired_IsRefused()
    {
        Clock.Advance(TimeSpan.FromDays(90));

        (await RefreshAsync(Anna.RefreshToken)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Refresh_TokensRevoked_IsRefused()
    {
        Webex.RevokeTokens(Anna);

        (await RefreshAsync(Anna.RefreshToken)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AccessToken_InTheRequestLog_ShowsNoSecret()
    {
        await RefreshAsync(Anna.RefreshToken);

        var entry = Webex.Requests.Single();
        entry.Body.ShouldContain("grant_type=refresh_token");
        entry.Body.ShouldNotContain(Anna.RefreshToken);
        entry.Body.ShouldNotContain(Webex.Integration.ClientSecret);
    }

    private Task<Reply> AuthorizeAsync(string more = "") =>
        GetAsync($"authorize?response_type=code&client_id={Webex.Integration.ClientId}&redirect_uri={Uri.EscapeDataString(Redirect)}&scope=spark:all%20meeting:schedules_read{more}", "");

    private async Task<string> CodeAsync(string more = "") =>
        QueryHelpers.ParseQuery(new Uri((await AuthorizeAsync(more)).Headers["Location"]).Query)["code"].ToString();

    private Task<Reply> RedeemAsync(string code, string more = "") =>
        TokenAsync($"grant_type=authorization_code&{Client}&code={code}&redirect_uri={Uri.EscapeDataString(Redirect)}{more}");

    private Task<Reply> RefreshAsync(string refreshToken) => TokenAsync($"grant_type=refresh_token&{Client}&refresh_token={refreshToken}");

    private Task<Reply> TokenAsync(string form) => SendAsync(HttpMethod.Post, "access_token", form, "", "application/x-www-form-urlencoded");
}
