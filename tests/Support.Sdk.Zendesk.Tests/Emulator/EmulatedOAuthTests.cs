using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Tokens;

namespace Support.Sdk.Zendesk.Tests;

public sealed class EmulatedOAuthTests
{
    private static readonly Uri Callback = new("https://app.test/callback");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithClientCredentials_ActsForTheOwner()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var client = account.Emulator.AddOAuthClient("my_app", Callback, account.Agent);
        await using var services = Services(account, client, new InMemoryTokenStore(), OAuthGrant.ClientCredentials);

        (await services.GetRequiredService<ZendeskClient>().Users.MeAsync(Ct)).Id.ShouldBe(account.Agent.Id);
    }

    [Fact]
    public async Task Call_AfterEachExpiry_GoesOnWithTheRotatedPair()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var client = account.Emulator.AddOAuthClient("my_app", Callback, account.Agent);
        var first = account.Emulator.CreateAccessToken(account.Agent, expiresIn: TimeSpan.FromMinutes(30), client: client);
        var store = new InMemoryTokenStore();
        await store.TrySaveAsync(new TokenKey("zendesk", "", ""), new OAuthTokens(first.AccessToken, first.ExpiresAt, first.RefreshToken, null, first.Scope), 0, Ct);
        await using var services = Services(account, client, store, OAuthGrant.AuthorizationCode);

        for (var life = 0; life < 3; life++)
        {
            (await services.GetRequiredService<ZendeskClient>().Users.MeAsync(Ct)).Id.ShouldBe(account.Agent.Id);
            account.Clock.Advance(TimeSpan.FromMinutes(31));
        }

        var kept = (await store.LoadAsync(new TokenKey("zendesk", "", ""), Ct))!.Tokens;
        kept.RefreshToken.ShouldNotBeNull();
        kept.RefreshToken.ShouldNotBe(first.RefreshToken);
    }

    private static ServiceProvider Services(EmulatedAccount account, ZendeskOAuthClient client, ITokenStore store, OAuthGrant grant)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(account.Clock);
        services.AddSingleton(store);
        services.AddZendesk(options =>
        {
            options.BaseAddress = account.Emulator.BaseAddress;
            options.OAuth.ClientId = client.Identifier;
            options.OAuth.ClientSecret = client.Secret;
            options.OAuth.Grant = grant;
        });
        return services.BuildServiceProvider();
    }
}
