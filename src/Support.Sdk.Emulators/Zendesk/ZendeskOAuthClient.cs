namespace Support.Sdk.Emulators.Zendesk;

/// <summary>An OAuth client registered with the emulated account. Immutable.</summary>
/// <param name="Identifier">The "unique identifier" that requests give as <c>client_id</c>.</param>
/// <param name="Secret">The secret of a confidential client; <see langword="null"/> for a public one, which must use PKCE.</param>
/// <param name="RedirectUri">Where the authorization page may send its answer.</param>
/// <param name="OwnerId">The user as whom <c>client_credentials</c> tokens act.</param>
public sealed record ZendeskOAuthClient(string Identifier, string? Secret, Uri RedirectUri, long OwnerId)
{
    /// <summary>The identifier; never the secret.</summary>
    public override string ToString() => $"OAuth client {Identifier}";
}
