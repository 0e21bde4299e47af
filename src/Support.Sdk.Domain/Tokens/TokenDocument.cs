namespace Support.Sdk.Tokens;

/// <summary>Tokens as they are encrypted: what stands in databases, so members are only ever added. Holds secrets: never log it.</summary>
internal sealed class TokenDocument
{
    public required string AccessToken { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? RefreshToken { get; init; }

    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    public string? Scope { get; init; }

    public static TokenDocument From(OAuthTokens tokens) => new()
    {
        AccessToken = tokens.AccessToken,
        ExpiresAt = tokens.ExpiresAt?.ToUniversalTime(),
        RefreshToken = tokens.RefreshToken,
        RefreshTokenExpiresAt = tokens.RefreshTokenExpiresAt?.ToUniversalTime(),
        Scope = tokens.Scope,
    };

    public OAuthTokens ToTokens() => new(AccessToken, ExpiresAt, RefreshToken, RefreshTokenExpiresAt, Scope);
}
