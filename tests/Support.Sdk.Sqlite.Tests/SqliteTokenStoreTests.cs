using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteTokenStoreTests : IDisposable
{
    private static readonly TokenKey Key = new("webex", "acme", "someone");

    private readonly StoreDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task TrySaveAsync_AnyToken_IsUnreadableInTheFiles()
    {
        await using (var store = new SqliteTokenStore(_directory.Options, Samples.Protector()))
        {
            await store.TrySaveAsync(Key, new("access-SECRET-1", null, "refresh-SECRET-2", null, "scope-3"), 0, Token);
            foreach (var file in Directory.GetFiles(_directory.Root))
            {
                var bytes = await ReadSharedAsync(file);
                foreach (var text in new[] { "SECRET", "refresh", "scope-3", "accessToken" })
                {
                    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBe(-1, $"{Path.GetFileName(file)} holds '{text}'");
                }
            }
        }

        // That the search looks at the right files: the key stands there in the clear.
        (await ReadSharedAsync(_directory.File)).AsSpan().IndexOf("webex/acme/someone"u8).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task LoadAsync_WithAnotherKey_Throws()
    {
        await SaveAsync();
        await using var other = new SqliteTokenStore(_directory.Options, Samples.Protector(fill: 8));
        await Should.ThrowAsync<CryptographicException>(async () => await other.LoadAsync(Key, Token));
    }

    [Fact]
    public async Task LoadAsync_AfterRotation_ReadsTheOldKeysTokens()
    {
        await SaveAsync();
        var old = new SecretKey("k1", Enumerable.Repeat((byte)7, SecretKey.Length).ToArray());
        var rotated = new AesGcmSecretProtector(new SecretKey("k2", RandomNumberGenerator.GetBytes(SecretKey.Length)), old);
        await using var store = new SqliteTokenStore(_directory.Options, rotated);

        (await store.LoadAsync(Key, Token)).ShouldNotBeNull().Tokens.AccessToken.ShouldBe("access");
    }

    [Fact]
    public async Task LoadAsync_RowCopiedToAnotherKey_Throws()
    {
        await SaveAsync();
        await using (var connection = new SqliteConnection($"Data Source={_directory.File};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO support_tokens SELECT 'webex/acme/thief', version, data FROM support_tokens";
            (await command.ExecuteNonQueryAsync(Token)).ShouldBe(1);
        }

        await using var store = new SqliteTokenStore(_directory.Options, Samples.Protector());
        await Should.ThrowAsync<CryptographicException>(async () => await store.LoadAsync(Key with { Subject = "thief" }, Token));
        (await store.LoadAsync(Key, Token)).ShouldNotBeNull();
    }

    private async Task SaveAsync()
    {
        await using var store = new SqliteTokenStore(_directory.Options, Samples.Protector());
        (await store.TrySaveAsync(Key, new("access"), 0, Token)).ShouldBeTrue();
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        return copy.ToArray();
    }
}
