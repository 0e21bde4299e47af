namespace Support.Sdk.Emulators.Salesforce;

/// <summary>An External Client App (or Connected App) of the emulated org. Immutable.</summary>
/// <param name="ConsumerKey">What requests give as <c>client_id</c>.</param>
/// <param name="ConsumerSecret">The secret; <see langword="null"/> for a public app, which must use PKCE.</param>
/// <param name="RedirectUri">Where the authorization page may send its answer.</param>
public sealed record SalesforceOAuthClient(string ConsumerKey, string? ConsumerSecret, Uri RedirectUri)
{
    /// <summary>The scopes the app may have, separated by spaces.</summary>
    /// <value>Default <c>api refresh_token</c>.</value>
    public string Scopes { get; init; } = "api refresh_token";

    /// <summary>The user as whom <c>client_credentials</c> acts; <see langword="null"/> when the flow is off.</summary>
    public SalesforceUser? ExecutionUser { get; init; }

    /// <summary>The public key of the JWT bearer flow as PEM; <see langword="null"/> when the flow is off.</summary>
    public string? PublicKeyPem { get; init; }

    /// <summary>Whether the app is approved for its users beforehand, which the JWT bearer flow needs.</summary>
    /// <value>Default <see langword="true"/>; otherwise that flow is answered <c>invalid_grant</c>, "user hasn't approved this consumer".</value>
    public bool IsApproved { get; init; } = true;

    /// <summary>Whether the authorization page refuses requests without PKCE.</summary>
    public bool PkceRequired { get; init; }

    /// <summary>The key; never the secret.</summary>
    public override string ToString() => $"OAuth client {ConsumerKey}";
}
