using System.Net;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

public class TokenRotationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refresh_NewPair_IsSavedBeforeItIsUsed()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));
        string? storedWhenUsed = null;
        host.Vendor.Then(async (_, token) =>
        {
            storedWhenUsed = (await host.Store.LoadAsync(OAuthHost.Key, token))!.Tokens.AccessToken;
            return FakeVendor.Response(HttpStatusCode.OK, """{"id":1}""");
        });

        await host.DoAsync(RetryMeaning.Safe);

        storedWhenUsed.ShouldBe("a2");
    }

    [Fact]
    public async Task Refresh_AnotherProcessSavedFirst_ItsPairIsUsed()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Then(async (_, _) =>
        {
            await host.StoreAsync("winner", TimeSpan.FromHours(1), "r-winner");
            return FakeVendor.Response(HttpStatusCode.OK, OAuthHost.Answer("loser"));
        });

        await host.DoAsync(RetryMeaning.Safe);

        host.Bearers().ShouldBe(["Bearer winner"]);
        (await host.Store.LoadAsync(OAuthHost.Key, Token))!.Tokens.RefreshToken.ShouldBe("r-winner");
    }

    [Fact]
    public async Task Refresh_RefusedBecauseAnotherProcessRotated_WaitsForItsPair()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        var call = host.DoAsync(RetryMeaning.Safe);
        await host.Clock.SettleAsync(call);

        await host.StoreAsync("winner", TimeSpan.FromHours(1), "r-winner");
        await host.Clock.RunAsync(call);

        host.Bearers().ShouldBe(["Bearer winner"]);
    }

    [Fact]
    public async Task Refresh_StoreFails_KeepsTheNewPairAndSavesItLater()
    {
        var store = new FailingStore();
        await using var host = OAuthHost.Create(store);
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));
        store.Fails = true;

        await Should.ThrowAsync<TimeoutException>(host.DoAsync(RetryMeaning.Safe));
        host.Vendor.Sent.ShouldBeEmpty();
        store.Fails = false;
        await host.DoAsync(RetryMeaning.Safe);

        host.TokenEndpoint.Sent.Count.ShouldBe(1);
        host.Bearers().ShouldBe(["Bearer a2"]);
        (await store.LoadAsync(OAuthHost.Key, Token))!.Tokens.RefreshToken.ShouldBe("r2");
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"The refresh token r1 is revoked"}""")]
    [InlineData(401, """{"error":"invalid_grant"}""")]
    [InlineData(400, """{"message":"refresh_token is not valid","trackingId":"x"}""")]
    [InlineData(400, "")]
    public async Task Refresh_GrantGone_RequiresReauthorizationAndDoesNotHammer(int status, string body)
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer((HttpStatusCode)status, body);

        var exception = await Should.ThrowAsync<ReauthorizationRequiredException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));
        await Should.ThrowAsync<ReauthorizationRequiredException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        exception.Key.ShouldBe(OAuthHost.Key);
        host.TokenEndpoint.Sent.Count.ShouldBe(1);
        host.Vendor.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_AuthorizedAgain_WorksWithoutARestart()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        await Should.ThrowAsync<ReauthorizationRequiredException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        await host.StoreAsync("new", TimeSpan.FromHours(1));
        await host.DoAsync(RetryMeaning.Safe);

        host.Bearers().ShouldBe(["Bearer new"]);
    }

    [Fact]
    public async Task Send_NothingStored_RequiresAuthorization()
    {
        await using var host = OAuthHost.Create();

        await Should.ThrowAsync<ReauthorizationRequiredException>(host.DoAsync(RetryMeaning.Safe));
    }

    [Fact]
    public async Task Send_RefreshTokenExpired_RequiresAuthorizationWithoutAskingTheVendor()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-2), refreshLife: TimeSpan.FromSeconds(-1));

        await Should.ThrowAsync<ReauthorizationRequiredException>(host.DoAsync(RetryMeaning.Safe));

        host.TokenEndpoint.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refresh_WrongClientSecret_IsAnErrorOfConfigurationNotOfConsent()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""");

        var exception = await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        exception.VendorCode.ShouldBe("invalid_client");
        exception.Operation.ShouldBe("acme.oauth.refresh");
        exception.IsTransient.ShouldBeFalse();
    }

    private sealed class FailingStore : ITokenStore
    {
        private readonly InMemoryTokenStore _inner = new();

        public bool Fails { get; set; }

        public ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default) => _inner.LoadAsync(key, cancellationToken);

        public ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default) =>
            Fails ? throw new TimeoutException("The store is down.") : _inner.TrySaveAsync(key, tokens, expectedVersion, cancellationToken);

        public ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default) => _inner.DeleteAsync(key, cancellationToken);
    }
}
