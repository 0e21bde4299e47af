namespace Support.Sdk.Http;

/// <summary>How an account came by its tokens, hence how they are renewed.</summary>
public enum OAuthGrant
{
    /// <summary>A person consented; tokens are renewed with the refresh token.</summary>
    AuthorizationCode,

    /// <summary>The application acts for itself; tokens are asked for anew with client id and secret.</summary>
    ClientCredentials,
}
