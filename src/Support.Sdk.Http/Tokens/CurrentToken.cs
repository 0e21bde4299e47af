using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>The pair in use, with the moments at which it must and should be renewed (UTC).</summary>
internal sealed class CurrentToken(StoredTokens stored, DateTimeOffset obtainedAt, DateTimeOffset refreshAt)
{
    public StoredTokens Stored => stored;

    public AccessToken Access { get; } = AccessToken.Bearer(stored.Tokens.AccessToken);

    public DateTimeOffset ObtainedAt => obtainedAt;

    public DateTimeOffset RefreshAt => refreshAt;

    public DateTimeOffset ExpiresAt => stored.Tokens.ExpiresAt ?? DateTimeOffset.MaxValue;

    public static CurrentToken Adopt(StoredTokens stored, DateTimeOffset now, TimeSpan early)
    {
        var refreshAt = DateTimeOffset.MaxValue;
        if (stored.Tokens.ExpiresAt is { } expiresAt)
        {
            var half = (expiresAt - now) / 2;
            refreshAt = expiresAt - (half < early ? half : early);
        }

        return new(stored, now, refreshAt);
    }
}
