using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;

namespace Support.Sdk.Sqlite;

/// <summary>Keeps refreshable tokens in the SQLite file, encrypted by the host's <see cref="ISecretProtector"/>.</summary>
/// <remarks>
/// Thread-safe; shares files and processes as <see cref="SqliteMachineStore"/> does. A ciphertext is bound to its <see cref="TokenKey"/>: copied to the row of another key it cannot be
/// read. Keys are stored in the clear, tokens never are. What the protector cannot read surfaces as its <see cref="CryptographicException"/>.
/// </remarks>
public sealed class SqliteTokenStore : ITokenStore, IAsyncDisposable, IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly ISecretProtector? _protector;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a token store on a file. Touches no disk yet.</summary>
    /// <param name="options">Where the file is; leave them as they are afterwards.</param>
    /// <param name="protector">Encrypts the tokens; must be able to read tomorrow what it wrote today, in every process that shares the file.</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options name no file.</exception>
    public SqliteTokenStore(
        SqliteStoreOptions options,
        ISecretProtector protector,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        IMeterFactory? meterFactory = null)
    {
        ArgumentNullException.ThrowIfNull(protector);
        _database = new(options, timeProvider, loggerFactory, meterFactory);
        _protector = protector;
        _ownsDatabase = true;
    }

    internal SqliteTokenStore(SqliteDatabase database, ISecretProtector? protector)
    {
        _database = database;
        _protector = protector;
    }

    private ISecretProtector Protector => _protector ?? throw new InvalidOperationException(
        "The SQLite token store keeps no token in the clear, and the host registered no ISecretProtector. Call services.AddDataProtectionSecrets() (Support.Sdk.AspNetCore), "
        + "or register services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(key)) with a key of 32 bytes from the host's secret store.");

    /// <inheritdoc />
    /// <exception cref="CryptographicException">The stored tokens were altered, or written with a key that the protector does not know.</exception>
    /// <exception cref="InvalidOperationException">The host registered no <see cref="ISecretProtector"/>.</exception>
    public async ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        var protector = Protector;
        var row = await _database.ReadAsync(
            static (session, id) =>
            {
                using var select = session.Prepare("SELECT version, data FROM support_tokens WHERE key = ?1").Bind(id);
                return select.Step() ? (Version: select.Int64(0), Data: select.Bytes(1)) : default;
            },
            key.ToString(),
            cancellationToken).ConfigureAwait(false);
        if (row.Data is null)
        {
            return null;
        }

        return new(protector.OpenTokens(key, row.Data), row.Version);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The host registered no <see cref="ISecretProtector"/>.</exception>
    public ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var ciphertext = Protector.SealTokens(key, tokens);
        return _database.WriteAsync(
            static (session, row) =>
            {
                var statement = session.Prepare(row.expectedVersion == 0
                    ? "INSERT INTO support_tokens (key, version, data) VALUES (?1, ?2 + 1, ?3) ON CONFLICT (key) DO NOTHING"
                    : "UPDATE support_tokens SET version = ?2 + 1, data = ?3 WHERE key = ?1 AND version = ?2");
                var saved = statement.Bind(row.key).Bind(row.expectedVersion).Bind(row.ciphertext).Execute() == 1;
                return (saved, saved);
            },
            (key: key.ToString(), expectedVersion, ciphertext),
            cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        await _database.WriteAsync(
            static (session, id) => (session.Prepare("DELETE FROM support_tokens WHERE key = ?1").Bind(id).Execute(), Commit: true),
            key.ToString(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for the calls on their way and closes the file.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but holds the thread meanwhile.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }
}
