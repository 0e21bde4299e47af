namespace Support.Sdk.Emulators.Zendesk;

/// <summary>An OAuth token of the emulated account. Immutable.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Scope">The scopes, separated by spaces.</param>
/// <param name="ExpiresAt">When it ends (UTC), or <see langword="null"/> for never.</param>
/// <param name="RefreshToken">What fetches the next one, or <see langword="null"/> when the token never ends.</param>
public sealed record ZendeskAccessToken(string AccessToken, string Scope, DateTimeOffset? ExpiresAt, string? RefreshToken)
{
    /// <summary>Scope and end; never the tokens.</summary>
    public override string ToString() => $"OAuth token ({Scope}), ends {ExpiresAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "never"}";
}
