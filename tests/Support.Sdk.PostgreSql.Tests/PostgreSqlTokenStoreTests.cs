using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.PostgreSql.Tests;

public sealed class PostgreSqlTokenStoreTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly TokenKey Key = new("webex", "acme", "someone");

    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var store = new PostgreSqlTokenStore(_schema.Options, Samples.Protector());
        (await store.TrySaveAsync(Key, new("access-SECRET-1", null, "refresh-SECRET-2", null, "scope-3"), 0, Token)).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task TrySaveAsync_AnyToken_IsUnreadableInTheTable()
    {
        var data = (await _schema.ScalarAsync<byte[]>($"SELECT data FROM {_schema.Name}.tokens WHERE key = 'webex/acme/someone'")).ShouldNotBeNull();
        foreach (var text in new[] { "SECRET", "refresh", "scope-3", "accessToken" })
        {
            data.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBe(-1, $"the row holds '{text}'");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task LoadAsync_WithAnotherKey_Throws()
    {
        await using var other = new PostgreSqlTokenStore(_schema.Options, Samples.Protector(fill: 8));
        await Should.ThrowAsync<CryptographicException>(async () => await other.LoadAsync(Key, Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task LoadAsync_RowCopiedToAnotherKey_Throws()
    {
        await _schema.ExecuteAsync($"INSERT INTO {_schema.Name}.tokens SELECT 'webex/acme/thief', version, data FROM {_schema.Name}.tokens");
        await using var store = new PostgreSqlTokenStore(_schema.Options, Samples.Protector());

        await Should.ThrowAsync<CryptographicException>(async () => await store.LoadAsync(Key with { Subject = "thief" }, Token));
        (await store.LoadAsync(Key, Token)).ShouldNotBeNull().Tokens.AccessToken.ShouldBe("access-SECRET-1");
    }
}
