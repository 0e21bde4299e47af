using System.Globalization;

namespace Support.Sdk.Zendesk;

/// <summary>Makes an account's credentials from its options.</summary>
internal static class ZendeskCredentials
{
    public static VendorCredentials From(ZendeskOptions options)
    {
        if (options.AccessToken is { } token)
        {
            return VendorCredentials.Static(AccessToken.Bearer(token));
        }

        return options.OAuth.ClientId is null
            ? VendorCredentials.Static(AccessToken.Basic(options.ApiToken.Email + "/token", options.ApiToken.Token!))
            : VendorCredentials.OAuth(Provider(options));
    }

    private static OAuthProvider Provider(ZendeskOptions options) => new()
    {
        AuthorizeEndpoint = new Uri(options.Address, "oauth/authorizations/new"),
        TokenEndpoint = new Uri(options.Address, "oauth/tokens"),
        ClientId = options.OAuth.ClientId!,
        ClientSecret = options.OAuth.ClientSecret,
        Scope = options.OAuth.Scope,
        SendsScopeToTokenEndpoint = true,
        Grant = options.OAuth.Grant,
        BodyFormat = OAuthBodyFormat.Json,
        TokenParameters = Lifetimes(options.OAuth),
    };

    private static Dictionary<string, string> Lifetimes(ZendeskOAuthOptions options)
    {
        var parameters = new Dictionary<string, string>();
        Add("expires_in", options.AccessTokenLifetime);

        // Client credentials give no refresh token: the secret itself renews.
        Add("refresh_token_expires_in", options.Grant == OAuthGrant.ClientCredentials ? null : options.RefreshTokenLifetime);
        return parameters;

        void Add(string name, TimeSpan? lifetime)
        {
            if (lifetime is { } set)
            {
                parameters.Add(name, ((long)set.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
