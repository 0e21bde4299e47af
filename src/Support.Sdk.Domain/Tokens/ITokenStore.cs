namespace Support.Sdk.Tokens;

/// <summary>
/// Keeps refreshable tokens. Vendors rotate refresh tokens: a pair that is lost, or overwritten by an older one, locks the account out.
/// Hence a save is atomic and compares versions.
/// </summary>
/// <remarks>Implementations are thread-safe and may be shared by many processes.</remarks>
public interface ITokenStore
{
    /// <summary>Reads the tokens of <paramref name="key"/>.</summary>
    /// <returns>The tokens with their version, or <see langword="null"/> when there are none.</returns>
    ValueTask<StoredTokens?> LoadAsync(TokenKey key, CancellationToken cancellationToken = default);

    /// <summary>Saves <paramref name="tokens"/> if the entry still has <paramref name="expectedVersion"/>.</summary>
    /// <param name="key">The owner of the tokens.</param>
    /// <param name="tokens">The tokens to save.</param>
    /// <param name="expectedVersion">The version last read; 0 when there was no entry.</param>
    /// <param name="cancellationToken">Cancels the save; a save that was cancelled either happened whole or not at all.</param>
    /// <returns><see langword="false"/> when another writer was faster; nothing was changed then, load again.</returns>
    ValueTask<bool> TrySaveAsync(TokenKey key, OAuthTokens tokens, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes the tokens of <paramref name="key"/>, if there are any.</summary>
    ValueTask DeleteAsync(TokenKey key, CancellationToken cancellationToken = default);
}
