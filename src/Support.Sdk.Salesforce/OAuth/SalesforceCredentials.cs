namespace Support.Sdk.Salesforce;

/// <summary>Makes an account's credentials from its options (fact sheet 2).</summary>
internal static class SalesforceCredentials
{
    /// <summary>Whether there may be tokens of several users: only consent gives any besides the account's own.</summary>
    public static bool KnowUsers(SalesforceOptions options) => options.AccessToken is null && options.OAuth.Grant == SalesforceGrant.AuthorizationCode;

    public static VendorCredentials From(SalesforceOptions options) => options.AccessToken is { } token
        ? VendorCredentials.Static(AccessToken.Bearer(token))
        : VendorCredentials.OAuth(new OAuthProvider
        {
            AuthorizeEndpoint = new Uri(options.Login, "/services/oauth2/authorize"),
            TokenEndpoint = new Uri(options.Login, "/services/oauth2/token"),
            ClientId = options.OAuth.ClientId!,
            ClientSecret = options.OAuth.ClientSecret,
            Grant = options.OAuth.Grant == SalesforceGrant.AuthorizationCode ? OAuthGrant.AuthorizationCode : OAuthGrant.ClientCredentials,

            // Only the consent page takes it; the other grants get what the application's policy gives.
            Scope = options.OAuth.Grant == SalesforceGrant.AuthorizationCode ? options.OAuth.Scope : null,
        });
}
