namespace Support.Sdk.Http;

/// <summary>When OAuth tokens are refreshed.</summary>
public sealed class TokenRefreshOptions
{
    /// <summary>How long before its expiry a token is refreshed. At most half of a token's remaining life when it was obtained counts, so that short-lived tokens are used at all.</summary>
    /// <value>5 minutes by default; zero to 24 hours.</value>
    public TimeSpan EarlyRefresh { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after a refresh a 401 does not lead to another one: a new token that is rejected is not helped by a newer one.</summary>
    /// <value>30 seconds by default; zero to 1 hour.</value>
    public TimeSpan MinForcedRefreshInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one refresh may take in all, whoever waits for it.</summary>
    /// <value>60 seconds by default; 1 second to 1 hour.</value>
    public TimeSpan RefreshTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait, after the vendor rejected a refresh token, for another process to store the pair it got in exchange.</summary>
    /// <value>2 seconds by default; zero to 1 minute.</value>
    public TimeSpan RotationGrace { get; set; } = TimeSpan.FromSeconds(2);
}
