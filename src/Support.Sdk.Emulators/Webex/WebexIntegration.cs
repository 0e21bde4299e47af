namespace Support.Sdk.Emulators.Webex;

/// <summary>An integration (OAuth client) registered with the emulator.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="ClientSecret">The client secret.</param>
/// <param name="RedirectUris">Where codes may be sent, compared as strings.</param>
/// <param name="Scopes">The scopes it may ask for.</param>
public sealed record WebexIntegration(string ClientId, string ClientSecret, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> Scopes)
{
    /// <summary>The client id; never the secret.</summary>
    public override string ToString() => ClientId;
}
