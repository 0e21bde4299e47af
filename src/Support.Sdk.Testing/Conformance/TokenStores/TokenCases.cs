using Support.Sdk.Tokens;

namespace Support.Sdk.Testing.Conformance;

internal static class TokenCases
{
    private static readonly TokenKey Key = new("webex", "acme", "jörg@example.org");

    public static readonly ConformanceCase<ITokenStoreFixture>[] All =
    [
        new("tokens/save-and-load", "saved tokens come back whole, with version 1, to every handle", SaveAndLoad),
        new("tokens/optional-fields", "an access token alone comes back without the rest", OptionalFields),
        new("tokens/versions", "each save raises the version by one", Versions),
        new("tokens/conflict", "a save at another version changes nothing", Conflict),
        new("tokens/keys", "vendor, account and subject together are the key, compared ordinally", Keys),
        new("tokens/delete", "deleted tokens are gone; deleting what is not there is no error", Delete),
        new("tokens/one-winner", "of many saves at one version exactly one wins", OneWinner),
        new("tokens/arguments", "missing vendors, missing tokens and negative versions are refused", Arguments),
        new("tokens/cancellation", "a call whose token is cancelled already throws and changes nothing", Cancellation),
    ];

    private static OAuthTokens Tokens(string name) =>
        new($"access-{name}-🦊", Given.Now, $"refresh-{name}", Given.Now.AddDays(90).AddTicks(1).ToOffset(TimeSpan.FromHours(2)), "meeting:write people:read");

    private static async Task SaveAndLoad(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(null, await store.LoadAsync(Key, ct).ConfigureAwait(false), "the tokens before the first save");
        Verify.True(await store.TrySaveAsync(Key, Tokens("1"), 0, ct).ConfigureAwait(false), "the first save succeeds");

        foreach (var handle in new[] { store, other })
        {
            await HasAsync(handle, Key, "1", 1, ct).ConfigureAwait(false);
        }
    }

    private static async Task OptionalFields(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await store.TrySaveAsync(Key, new OAuthTokens("only"), 0, ct).ConfigureAwait(false);

        var tokens = Verify.NotNull(await store.LoadAsync(Key, ct).ConfigureAwait(false), "the tokens").Tokens;
        Verify.Equal(
            ("only", null, null, null, null),
            (tokens.AccessToken, tokens.ExpiresAt, tokens.RefreshToken, tokens.RefreshTokenExpiresAt, tokens.Scope),
            "the fields of an access token alone");
    }

    private static async Task Versions(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        for (var version = 0; version < 4; version++)
        {
            Verify.True(await store.TrySaveAsync(Key, Tokens($"{version + 1}"), version, ct).ConfigureAwait(false), $"the save at version {version} succeeds");
            await HasAsync(store, Key, $"{version + 1}", version + 1, ct).ConfigureAwait(false);
        }
    }

    private static async Task Conflict(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.True(!await store.TrySaveAsync(Key, Tokens("x"), 1, ct).ConfigureAwait(false), "a save at version 1 fails where there is nothing");
        Verify.Equal(null, await store.LoadAsync(Key, ct).ConfigureAwait(false), "the tokens after a failed first save");
        await store.TrySaveAsync(Key, Tokens("1"), 0, ct).ConfigureAwait(false);
        await store.TrySaveAsync(Key, Tokens("2"), 1, ct).ConfigureAwait(false);
        foreach (var version in new long[] { 0, 1, 3 })
        {
            Verify.True(!await store.TrySaveAsync(Key, Tokens("x"), version, ct).ConfigureAwait(false), $"a save at version {version} fails at version 2");
        }

        await HasAsync(store, Key, "2", 2, ct).ConfigureAwait(false);
    }

    private static async Task Keys(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        TokenKey[] keys = [new("webex", "a", "b"), new("webex", "a/b"), new("webex", "", "a/b"), new("webex", "a", "B"), new("zendesk", "a", "b"), new("webex", "a%2Fb"), new("webex", "")];
        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
        {
            Verify.True(await store.TrySaveAsync(key, Tokens($"{i}"), 0, ct).ConfigureAwait(false), $"the first save of {key} succeeds");
        }

        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
        {
            await HasAsync(store, key, $"{i}", 1, ct).ConfigureAwait(false);
        }
    }

    private static async Task Delete(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var sibling = Key with { Subject = "" };
        await store.DeleteAsync(Key, ct).ConfigureAwait(false);
        await store.TrySaveAsync(Key, Tokens("1"), 0, ct).ConfigureAwait(false);
        await store.TrySaveAsync(sibling, Tokens("2"), 0, ct).ConfigureAwait(false);
        await store.DeleteAsync(Key, ct).ConfigureAwait(false);

        Verify.Equal(null, await store.LoadAsync(Key, ct).ConfigureAwait(false), "deleted tokens");
        await HasAsync(store, sibling, "2", 1, ct).ConfigureAwait(false);
        Verify.True(!await store.TrySaveAsync(Key, Tokens("3"), 1, ct).ConfigureAwait(false), "a save at the version before the deletion fails");
        Verify.True(await store.TrySaveAsync(Key, Tokens("3"), 0, ct).ConfigureAwait(false), "tokens can be saved anew");
    }

    private static async Task OneWinner(ITokenStoreFixture fixture, CancellationToken ct)
    {
        ITokenStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        for (var round = 0; round < 5; round++)
        {
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var saves = Enumerable.Range(0, 10).Select(i => Task.Run(
                async () =>
                {
                    await start.Task.ConfigureAwait(false);
                    return await stores[i % 2].TrySaveAsync(Key, Tokens($"{round}-{i}"), round, ct).ConfigureAwait(false);
                },
                ct)).ToList();
            start.SetResult();
            var results = await Task.WhenAll(saves).ConfigureAwait(false);

            Verify.Equal(1, results.Count(saved => saved), $"the winners of round {round}");
            await HasAsync(stores[0], Key, $"{round}-{Array.IndexOf(results, true)}", round + 1, ct).ConfigureAwait(false);
        }
    }

    private static async Task Arguments(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.LoadAsync(default, ct).AsTask(), "loading without vendor").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.TrySaveAsync(default, Tokens("1"), 0, ct).AsTask(), "saving without vendor").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(default, ct).AsTask(), "deleting without vendor").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentNullException>(() => store.TrySaveAsync(Key, null!, 0, ct).AsTask(), "saving no tokens").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.TrySaveAsync(Key, Tokens("1"), -1, ct).AsTask(), "saving at a negative version").ConfigureAwait(false);
    }

    private static async Task Cancellation(ITokenStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await store.TrySaveAsync(Key, Tokens("1"), 0, ct).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        await Verify.ThrowsAsync<OperationCanceledException>(() => store.LoadAsync(Key, cancelled).AsTask(), "a cancelled load").ConfigureAwait(false);
        await Verify.ThrowsAsync<OperationCanceledException>(() => store.TrySaveAsync(Key, Tokens("2"), 1, cancelled).AsTask(), "a cancelled save").ConfigureAwait(false);
        await Verify.ThrowsAsync<OperationCanceledException>(() => store.DeleteAsync(Key, cancelled).AsTask(), "a cancelled deletion").ConfigureAwait(false);
        await HasAsync(store, Key, "1", 1, ct).ConfigureAwait(false);
    }

    private static async Task HasAsync(ITokenStore store, TokenKey key, string name, long version, CancellationToken ct)
    {
        var stored = Verify.NotNull(await store.LoadAsync(key, ct).ConfigureAwait(false), $"the tokens of {key}");
        var expected = Tokens(name);
        Verify.Equal(version, stored.Version, $"the version of {key}");
        Verify.Equal(expected.AccessToken, stored.Tokens.AccessToken, "the access token");
        Verify.Equal(expected.ExpiresAt, stored.Tokens.ExpiresAt, "when it expires");
        Verify.Equal(expected.RefreshToken, stored.Tokens.RefreshToken, "the refresh token");
        Verify.Equal(expected.RefreshTokenExpiresAt, stored.Tokens.RefreshTokenExpiresAt, "when that expires");
        Verify.Equal(expected.Scope, stored.Tokens.Scope, "the scope");
    }
}
