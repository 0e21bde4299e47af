namespace Support.Sdk.Emulators.Webex;

/// <summary>A grant of a user to an integration: one access token and one refresh token.</summary>
internal sealed class WebexToken
{
    public required WebexUser User { get; init; }

    public required WebexIntegration Integration { get; init; }

    public required IReadOnlySet<string> Scopes { get; init; }

    public required string AccessToken { get; set; }

    public required DateTimeOffset AccessExpiresAt { get; set; }

    public required string RefreshToken { get; set; }

    public required DateTimeOffset RefreshExpiresAt { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public bool Revoked { get; set; }
}
