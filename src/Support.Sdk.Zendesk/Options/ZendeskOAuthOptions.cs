namespace Support.Sdk.Zendesk;

/// <summary>The application's registration at Zendesk (fact sheet 2.2).</summary>
public sealed class ZendeskOAuthOptions
{
    /// <summary>The client's <em>unique identifier</em>, not its numeric id.</summary>
    /// <value><see langword="null"/> by default: no OAuth.</value>
    public string? ClientId { get; set; }

    /// <summary>The client's secret; <see langword="null"/> for a public client. Secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes, separated by spaces.</summary>
    /// <value><c>read write</c> by default. A scope Zendesk does not know still yields a token, and every request is then answered with 403.</value>
    public string Scope { get; set; } = "read write";

    /// <summary>How tokens come about: by a person's consent, or for the application itself (confidential clients only).</summary>
    /// <value><see cref="OAuthGrant.AuthorizationCode"/> by default.</value>
    public OAuthGrant Grant { get; set; }

    /// <summary>How long access tokens shall live; Zendesk gives a refresh token with it.</summary>
    /// <value>30 minutes by default; more than 5 minutes and less than 48 hours, in whole seconds. <see langword="null"/> leaves it to Zendesk: for old clients, forever.</value>
    public TimeSpan? AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long refresh tokens shall live.</summary>
    /// <value><see langword="null"/> by default: Zendesk's 30 days; 7 to 90 days.</value>
    public TimeSpan? RefreshTokenLifetime { get; set; }
}
