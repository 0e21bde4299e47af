using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;

namespace Support.Sdk.PostgreSql;

/// <summary>Keeps refreshable tokens in the PostgreSQL database, encrypted by the host's <see cref="ISecretProtector"/>.</summary>
/// <remarks>
/// Thread-safe; shares databases and hosts as <see cref="PostgreSqlMachineStore"/> does. A ciphertext is bound to its <see cref="TokenKey"/>: copied to the row of another key it cannot be
/// read. Keys are stored in the clear, tokens never are. What the protector cannot read surfaces as its <see cref="CryptographicException"/>.
/// </remarks>
public sealed class PostgreSqlTokenStore : ITokenStore, IAsyncDisposable, IDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly ISecretProtector? _protector;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a token store with connections of its own. Connects at the first call.</summary>
    /// <param name="options">Where the database is; leave them as they are afterwards.</param>
    /// <param name="protector">Encrypts the tokens; must be able to read tomorrow what it wrote today, on every host that shares the database.</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options name no server.</exception>
    public PostgreSqlTokenStore(
        PostgreSqlStoreOptions options,
        ISecretProtector protector,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        IMeterFactory? meterFactory = null)
    {
        ArgumentNullException.ThrowIfNull(protector);
        _database = new(options, dataSource: null, timeProvider, loggerFactory, meterFactory);
        _protector = protector;
        _ownsDatabase = true;
    }

    /// <summary>Creates a token store on the host's data source, which stays open when the store is closed.</summary>
    /// <param name="options">The options, without connection string; leave them as they are afterwards.</param>
    /// <param name="dataSource">Gives the connections; a slim one needs arrays (<c>EnableArrays</c>).</param>
    /// <param name="protector">Encrypts the tokens; must be able to read tomorrow what it wrote today, on every host that shares the database.</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options have a connection string too.</exception>
    public PostgreSqlTokenStore(
        PostgreSqlStoreOptions options,
        NpgsqlDataSource dataSource,
        ISecretProtector protector,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        IMeterFactory? meterFactory = null)
    {
        ArgumentNullException.ThrowIfNull(protector);
        _database = PostgreSqlDatabase.On(options, dataSource, timeProvider, loggerFactory, meterFactory);
        _protector = protector;
        _ownsDatabase = true;
    }

    internal PostgreSqlTokenStore(PostgreSqlDatabase database, ISecretProtector? protector)
    {
        _database = database;
        _protector = protector;
    }

    private ISecretProtector Protector => _protector ?? throw new InvalidOperationException(
        "The PostgreSQL token store keeps no token in the clear, and the host registered no ISecretProtector. Call services.AddDataProtectionSecrets() (Support.Sdk.AspNetCore), "
        + "or register services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(key)) with a key of 32 bytes from the host's secret store.");

    /// <inheritdoc />
    /// <exception cref="CryptographicException">The stored tokens were altered, or written with a key that the protector does not know.</exception>
    /// <exception cref="InvalidOperationException">The host registered no <see cref="ISecretProtector"/>.</exception>
    public async ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        var protector = Protector;
        var rows = await _database.ReadAsync(
            _database.Sql.LoadTokens,
            parameters => parameters.Bind(key.ToString()),
            static row => (Version: row.GetInt64(0), Data: row.Bytes(1)),
            cancellationToken).ConfigureAwait(false);
        if (rows is not [var stored])
        {
            return null;
        }

        return new(protector.OpenTokens(key, stored.Data), stored.Version);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The host registered no <see cref="ISecretProtector"/>.</exception>
    public async ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var ciphertext = Protector.SealTokens(key, tokens);
        return await _database.WriteAsync(
            expectedVersion == 0 ? _database.Sql.InsertTokens : _database.Sql.UpdateTokens,
            parameters => parameters.Bind(key.ToString()).Bind(expectedVersion).Bind(ciphertext.AsMemory()),
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc />
    public async ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoVendor(key);
        await _database.WriteAsync(_database.Sql.DeleteTokens, parameters => parameters.Bind(key.ToString()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections that the store opened. Calls on their way may fail.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but does not wait.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }
}
