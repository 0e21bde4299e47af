namespace Support.Sdk.Http;

/// <summary>A vendor's OAuth endpoints together with the application's registration there.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> shows no secret.</remarks>
public sealed class OAuthProvider
{
    /// <summary>Where a person consents.</summary>
    public required Uri AuthorizeEndpoint { get; init; }

    /// <summary>Where codes and refresh tokens become access tokens: HTTPS, or HTTP on a loopback address.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>The application's id at the vendor.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret; <see langword="null"/> for a public client, which then must use PKCE. Never log it.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>How the token endpoint takes its parameters. Default: form.</summary>
    public OAuthBodyFormat BodyFormat { get; init; }

    /// <summary>How tokens are renewed. Default: by refresh token.</summary>
    public OAuthGrant Grant { get; init; }

    /// <summary>The scopes to ask for, separated by spaces; <see langword="null"/> to leave the parameter out.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether the scope is sent with refreshes and codes too. Default no.</summary>
    public bool SendsScopeToTokenEndpoint { get; init; }

    /// <summary>Further parameters of every request to the token endpoint, such as Zendesk's <c>expires_in</c>. Values that are numbers go as numbers in JSON. Default none.</summary>
    public IReadOnlyDictionary<string, string> TokenParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The errors of the token endpoint that mean that consent is gone when tokens are renewed, besides <c>invalid_grant</c> and <c>invalid_token</c> for a refresh token. Default none.
    /// </summary>
    public IReadOnlyCollection<string> ConsentErrors { get; init; } = [];

    /// <summary>The client id.</summary>
    public override string ToString() => $"OAuthProvider {{ ClientId = {ClientId} }}";
}
