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
            ConsentErrors = options.OAuth.Grant switch
            {
                SalesforceGrant.AuthorizationCode => ["inactive_user", "inactive_org"],

                // An assertion stands for the consent given beforehand, as a refresh token does.
                SalesforceGrant.JwtBearer => ["invalid_grant", "inactive_user", "inactive_org"],

                // Its invalid_grant is a wrong host (fact sheet 2), which nobody's consent puts right.
                _ => [],
            },
        });
}
