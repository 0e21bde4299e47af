using System.Collections.Concurrent;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Keeps tokens in the memory of this process: for tests and for tools that are authorised anew at each start.</summary>
/// <remarks>Thread-safe. A restart loses rotated refresh tokens: a service needs a store that lasts.</remarks>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<TokenKey, StoredTokens> _entries = new();

    /// <inheritdoc />
    public ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_entries.GetValueOrDefault(key));
    }

    /// <inheritdoc />
    public ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        var saved = new StoredTokens(tokens, expectedVersion + 1);
        if (expectedVersion == 0)
        {
            return new(_entries.TryAdd(key, saved));
        }

        // Records compare by value; the comparand must be the very entry that was read.
        return new(_entries.TryGetValue(key, out var current) && current.Version == expectedVersion && _entries.TryUpdate(key, saved, current));
    }

    /// <inheritdoc />
    public ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _entries.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }
}
