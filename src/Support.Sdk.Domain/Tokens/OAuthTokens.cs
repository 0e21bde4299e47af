namespace Support.Sdk.Tokens;

/// <summary>An access token and, where the vendor gives one, the refresh token that renews it.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> never shows a secret.</remarks>
public sealed class OAuthTokens
{
    /// <summary>Creates a pair of tokens.</summary>
    /// <param name="accessToken">The bearer token; neither empty nor white space.</param>
    /// <param name="expiresAt">When the access token expires (UTC), or <see langword="null"/> when it does not.</param>
    /// <param name="refreshToken">The refresh token, or <see langword="null"/> when the grant has none.</param>
    /// <param name="refreshTokenExpiresAt">When the refresh token expires (UTC), or <see langword="null"/> when unknown or never.</param>
    /// <param name="scope">The granted scopes, separated by spaces, or <see langword="null"/> when the vendor did not say.</param>
    /// <exception cref="ArgumentException"><paramref name="accessToken"/> is empty or white space.</exception>
    public OAuthTokens(
        string accessToken,
        DateTimeOffset? expiresAt = null,
        string? refreshToken = null,
        DateTimeOffset? refreshTokenExpiresAt = null,
        string? scope = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        AccessToken = accessToken;
        ExpiresAt = expiresAt;
        RefreshToken = string.IsNullOrWhiteSpace(refreshToken) ? null : refreshToken;
        RefreshTokenExpiresAt = refreshTokenExpiresAt;
        Scope = scope;
    }

    /// <summary>The bearer token. A secret: never log it.</summary>
    public string AccessToken { get; }

    /// <summary>When the access token expires (UTC); <see langword="null"/> when it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The refresh token; <see langword="null"/> when there is none. A secret: never log it.</summary>
    public string? RefreshToken { get; }

    /// <summary>When the refresh token expires (UTC); <see langword="null"/> when unknown or never.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; }

    /// <summary>The granted scopes, separated by spaces; <see langword="null"/> when the vendor did not say.</summary>
    public string? Scope { get; }

    /// <summary>Says when the tokens expire and nothing else.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"OAuthTokens {{ ExpiresAt = {ExpiresAt:O}, Refreshable = {RefreshToken is not null} }}");
}
