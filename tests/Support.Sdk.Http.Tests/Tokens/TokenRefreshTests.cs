using System.Net;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

public class TokenRefreshTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_TokenValid_IsUsedWithoutRefresh()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));

        await host.DoAsync(RetryMeaning.Safe);

        host.Bearers().ShouldBe(["Bearer a1"]);
        host.TokenEndpoint.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_ThousandCallsAtExpiry_RefreshOnceAndAllUseTheNewToken()
    {
        await using var host = OAuthHost.Create(options: options => options.MaxConcurrency = 1000);
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        await host.DoAsync(RetryMeaning.Safe);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.TokenEndpoint.Then((_, _) => answer.Task);

        var calls = Enumerable.Range(0, 1000).Select(_ => Task.Run(() => host.DoAsync(RetryMeaning.Safe), Token)).ToArray();
        await host.Clock.SettleAsync(Task.WhenAll(calls));
        answer.SetResult(FakeVendor.Response(HttpStatusCode.OK, OAuthHost.Answer("a2")));
        await Task.WhenAll(calls);

        host.TokenEndpoint.Sent.Count.ShouldBe(1);
        host.Bearers().Skip(1).ShouldAllBe(bearer => bearer == "Bearer a2");
        host.Vendor.Sent.Count.ShouldBe(1001);
    }

    [Fact]
    public async Task Send_LeaderCancelled_FollowersGetTheTokenOfTheSameRefresh()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.TokenEndpoint.Then((_, _) => answer.Task);
        using var leaderCancellation = new CancellationTokenSource();
        var leader = host.DoUntilAsync(RetryMeaning.Safe, leaderCancellation.Token);
        await host.Clock.SettleAsync(leader);
        var follower = host.DoAsync(RetryMeaning.Safe);

        await leaderCancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leader);
        answer.SetResult(FakeVendor.Response(HttpStatusCode.OK, OAuthHost.Answer("a2")));
        await follower;

        host.TokenEndpoint.Sent.Count.ShouldBe(1);
        host.Bearers().ShouldBe(["Bearer a2"]);
    }

    [Fact]
    public async Task Send_WithinTheEarlyWindow_UsesTheOldTokenAndRefreshesBehind()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromHours(1));
        await host.DoAsync(RetryMeaning.Safe);
        host.Clock.Advance(TimeSpan.FromMinutes(56));
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.TokenEndpoint.Then((_, _) => answer.Task);

        await host.DoAsync(RetryMeaning.Safe);
        host.Bearers().ShouldBe(["Bearer a1", "Bearer a1"]);
        answer.SetResult(FakeVendor.Response(HttpStatusCode.OK, OAuthHost.Answer("a2")));
        while (host.Bearers().Last() != "Bearer a2")
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
            await host.DoAsync(RetryMeaning.Safe);
        }

        host.Bearers().SkipLast(1).ShouldAllBe(bearer => bearer == "Bearer a1");
        host.TokenEndpoint.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refresh_FormEndpoint_SendsWhatTheGrantNeeds()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.Created, OAuthHost.Answer("a2"));

        await host.DoAsync(RetryMeaning.Safe);

        var sent = host.TokenEndpoint.Sent.ShouldHaveSingleItem();
        sent.Body.ShouldBe("grant_type=refresh_token&client_id=client-1&client_secret=cl13nt-s3cr3t&refresh_token=r1");
        sent.ContentType.ShouldBe("application/x-www-form-urlencoded");
        var stored = await host.Store.LoadAsync(OAuthHost.Key, Token);
        stored!.Version.ShouldBe(2);
        stored.Tokens.RefreshToken.ShouldBe("r2");
        stored.Tokens.ExpiresAt.ShouldBe(host.Clock.GetUtcNow().AddHours(1));
        stored.Tokens.RefreshTokenExpiresAt.ShouldBe(host.Clock.GetUtcNow().AddSeconds(7776000));
    }

    [Fact]
    public async Task Refresh_JsonEndpoint_SendsJsonWithNumbersAmongTheFurtherParameters()
    {
        var provider = new OAuthProvider
        {
            AuthorizeEndpoint = OAuthHost.Provider.AuthorizeEndpoint,
            TokenEndpoint = OAuthHost.Provider.TokenEndpoint,
            ClientId = "1234",
            ClientSecret = "s",
            BodyFormat = OAuthBodyFormat.Json,
            TokenParameters = new Dictionary<string, string> { ["expires_in"] = "1800" },
        };
        await using var host = OAuthHost.Create(provider: provider);
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        await host.DoAsync(RetryMeaning.Safe);

        host.TokenEndpoint.Sent.Single().Body.ShouldBe(
            """{"grant_type":"refresh_token","client_id":"1234","client_secret":"s","refresh_token":"r1","expires_in":1800}""");
    }

    [Fact]
    public async Task Refresh_NoNewRefreshToken_KeepsTheOldOne()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2", refresh: null));

        await host.DoAsync(RetryMeaning.Safe);

        (await host.Store.LoadAsync(OAuthHost.Key, Token))!.Tokens.RefreshToken.ShouldBe("r1");
    }

    [Fact]
    public async Task Refresh_TransientFailure_IsRepeatedWithTheCall()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.ProbeBeforeRetry));

        host.Bearers().ShouldBe(["Bearer a2"]);
    }

    [Fact]
    public async Task Send_ClientCredentials_AsksForATokenAndStoresIt()
    {
        var provider = new OAuthProvider
        {
            AuthorizeEndpoint = OAuthHost.Provider.AuthorizeEndpoint,
            TokenEndpoint = OAuthHost.Provider.TokenEndpoint,
            ClientId = "c",
            ClientSecret = "s",
            Scope = "read",
            Grant = OAuthGrant.ClientCredentials,
        };
        await using var host = OAuthHost.Create(provider: provider);
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a1", refresh: null));

        await host.DoAsync(RetryMeaning.Safe);

        host.TokenEndpoint.Sent.Single().Body.ShouldBe("grant_type=client_credentials&client_id=c&client_secret=s&scope=read");
        host.Bearers().ShouldBe(["Bearer a1"]);
    }

    [Theory]
    [InlineData(OAuthGrant.ClientCredentials)]
    [InlineData(null)]
    public async Task Send_ASubjectWithCredentialsOfOneUser_IsRefused(OAuthGrant? grant)
    {
        var provider = new OAuthProvider { AuthorizeEndpoint = new("https://login.acme.test/authorize"), TokenEndpoint = new("https://login.acme.test/token"), ClientId = "c", Grant = grant ?? default };
        await using var host = new VendorHost(credentials: grant is null ? null : VendorCredentials.OAuth(provider));
        var request = VendorRequest.Get(VendorHost.Operation(RetryMeaning.Safe), VendorPath.Of($"me"));

        (await Should.ThrowAsync<InvalidOperationException>(host.Transport.SendAsync(request with { Subject = "anna" }, Token))).Message.ShouldContain("'anna'");

        host.Vendor.Sent.ShouldBeEmpty();
        host.TokenEndpoint.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_Subjects_UseTheirOwnTokens()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("account", TimeSpan.FromHours(1));
        await host.StoreAsync("anna", TimeSpan.FromHours(1), subject: "anna");
        var request = VendorRequest.Get(VendorHost.Operation(RetryMeaning.Safe), VendorPath.Of($"me"));

        await host.Transport.SendAsync(request with { Subject = "anna" }, Token);
        await host.Transport.SendAsync(request, Token);

        host.Bearers().ShouldBe(["Bearer anna", "Bearer account"]);
    }
}
