using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class AuthorizationCodeFlowTests
{
    private static readonly Uri Redirect = new("https://host.test/callback?x=1");

    [Fact]
    public async Task Begin_Address_CarriesStateAndChallengeAndKeepsTheEndpointsQuery()
    {
        await using var host = OAuthHost.Create();

        var request = host.Services.GetAuthorizationCodeFlow("acme").Begin(Redirect, [new("prompt", "select account")]);

        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(request.CodeVerifier)));
        request.Address.AbsoluteUri.ShouldBe(
            "https://login.acme.test/authorize?tenant=1&response_type=code&client_id=client-1&redirect_uri=https%3A%2F%2Fhost.test%2Fcallback%3Fx%3D1"
            + $"&scope=read%20write&state={request.State}&code_challenge={challenge}&code_challenge_method=S256&prompt=select%20account");
        request.CodeVerifier.Length.ShouldBe(43);
        request.State.ShouldNotBe(request.CodeVerifier);
    }

    [Fact]
    public async Task Complete_Code_IsExchangedWithTheVerifierAndTheTokensStored()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("old", TimeSpan.FromHours(1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a1", "r1"));
        var flow = host.Services.GetAuthorizationCodeFlow("acme");
        var request = flow.Begin(Redirect);

        await flow.CompleteAsync(request, "c0de", request.State, cancellationToken: TestContext.Current.CancellationToken);

        host.TokenEndpoint.Sent.Single().Body.ShouldBe(
            "grant_type=authorization_code&client_id=client-1&client_secret=cl13nt-s3cr3t&code=c0de&redirect_uri=https%3A%2F%2Fhost.test%2Fcallback%3Fx%3D1"
            + $"&code_verifier={request.CodeVerifier}");
        var stored = await host.Store.LoadAsync(OAuthHost.Key, TestContext.Current.CancellationToken);
        stored!.Tokens.AccessToken.ShouldBe("a1");
        stored.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("other")]
    public async Task Complete_ForeignState_IsRefusedBeforeAnythingIsSent(string? state)
    {
        await using var host = OAuthHost.Create();
        var flow = host.Services.GetAuthorizationCodeFlow("acme");

        await Should.ThrowAsync<ArgumentException>(flow.CompleteAsync(flow.Begin(Redirect), "c0de", state, cancellationToken: TestContext.Current.CancellationToken));

        host.TokenEndpoint.Sent.ShouldBeEmpty();
    }
}
