namespace Support.Sdk.Salesforce;

/// <summary>The application's registration in the org: an External Client App, or an older Connected App (fact sheet 2).</summary>
public sealed class SalesforceOAuthOptions
{
    /// <summary>The consumer key.</summary>
    /// <value><see langword="null"/> by default: no OAuth.</value>
    public string? ClientId { get; set; }

    /// <summary>The consumer secret; <see langword="null"/> when the application has none, and for <see cref="SalesforceGrant.JwtBearer"/>. Secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes a person is asked for, separated by spaces. The other grants get what the application's policy gives.</summary>
    /// <value><c>api refresh_token</c> by default. <c>full</c> does not include <c>refresh_token</c>.</value>
    public string Scope { get; set; } = "api refresh_token";

    /// <summary>How tokens come about.</summary>
    /// <value><see cref="SalesforceGrant.AuthorizationCode"/> by default.</value>
    public SalesforceGrant Grant { get; set; }

    /// <summary>For <see cref="SalesforceGrant.JwtBearer"/>: who signs, for whom.</summary>
    public SalesforceJwtOptions Jwt { get; } = new();
}
