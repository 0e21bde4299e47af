using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

public class InMemoryTokenStoreTests
{
    private static readonly TokenKey Key = new("acme", "a", "s");
    private readonly InMemoryTokenStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrySave_ExpectedVersion_DecidesWhoWins()
    {
        (await _store.TrySaveAsync(Key, new OAuthTokens("a1"), 1, Token)).ShouldBeFalse();
        (await _store.TrySaveAsync(Key, new OAuthTokens("a1"), 0, Token)).ShouldBeTrue();
        (await _store.TrySaveAsync(Key, new OAuthTokens("a2"), 0, Token)).ShouldBeFalse();
        (await _store.TrySaveAsync(Key, new OAuthTokens("a2"), 1, Token)).ShouldBeTrue();

        var stored = await _store.LoadAsync(Key, Token);
        stored!.Version.ShouldBe(2);
        stored.Tokens.AccessToken.ShouldBe("a2");
        (await _store.LoadAsync(Key with { Subject = "" }, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task TrySave_ManyAtOnce_ExactlyOneWins()
    {
        await _store.TrySaveAsync(Key, new OAuthTokens("a0"), 0, Token);

        var won = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => _store.TrySaveAsync(Key, new OAuthTokens($"a{i}"), 1, Token).AsTask(), Token)));

        won.Count(saved => saved).ShouldBe(1);
    }

    [Fact]
    public async Task Delete_Entry_IsGone()
    {
        await _store.TrySaveAsync(Key, new OAuthTokens("a1"), 0, Token);

        await _store.DeleteAsync(Key, Token);

        (await _store.LoadAsync(Key, Token)).ShouldBeNull();
    }
}
