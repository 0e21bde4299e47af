using Support.Sdk.Http;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex;

internal static class WebexProfile
{
    /// <summary>The vendor's name: of telemetry, tokens and keyed services.</summary>
    public const string Vendor = MeetingHost.Webex;

    public static VendorProfile Instance { get; } = new()
    {
        Vendor = Vendor,
        ErrorReader = new WebexErrorReader(),
        OperationIdHeader = "TrackingID",
    };

    public static VendorCredentials Credentials(WebexOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.AccessToken))
        {
            return VendorCredentials.Static(AccessToken.Bearer(options.AccessToken));
        }

        var root = options.BaseAddress.AbsoluteUri.TrimEnd('/');
        return VendorCredentials.OAuth(new OAuthProvider
        {
            AuthorizeEndpoint = options.AuthorizeEndpoint ?? new Uri(root + "/authorize"),
            TokenEndpoint = options.TokenEndpoint ?? new Uri(root + "/access_token"),
            ClientId = options.ClientId!,
            ClientSecret = options.ClientSecret,
            Scope = string.Join(' ', options.Scopes.Count > 0 ? options.Scopes : WebexScopes.Meetings),
        });
    }
}
