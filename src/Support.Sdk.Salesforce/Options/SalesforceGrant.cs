namespace Support.Sdk.Salesforce;

/// <summary>How an account comes by its tokens (fact sheet 2).</summary>
public enum SalesforceGrant
{
    /// <summary>A person consents (web server flow, with PKCE); tokens are renewed with the refresh token.</summary>
    AuthorizationCode,

    /// <summary>The application acts as the execution user that the org configured for it. Only on the org's My Domain.</summary>
    ClientCredentials,

    /// <summary>The application signs for a user that was authorised beforehand (JWT bearer, RS256).</summary>
    JwtBearer,
}
