using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/authorize</c> (approves at once) and <c>/v1/access_token</c>. The error bodies of the latter are assumed.</summary>
internal sealed class OAuthApi(WebexEmulator webex)
{
    private readonly Dictionary<string, Grant> _codes = new(StringComparer.Ordinal);

    public void Map(Router routes) => routes.Map("GET", "/v1/authorize", Authorize).Map("POST", "/v1/access_token", Exchange);

    private EmulatorResponse Authorize(EmulatorRequest request)
    {
        var redirectUri = request.Query("redirect_uri") ?? "";
        // Without a known client and address nothing may be redirected anywhere.
        if (webex.Directory.Integrations.Find(known => known.ClientId == request.Query("client_id")) is not { } integration)
        {
            throw WebexErrors.BadRequest(request, "client_id is unknown.");
        }

        if (!integration.RedirectUris.Contains(redirectUri))
        {
            throw WebexErrors.BadRequest(request, "redirect_uri is not registered for this integration.");
        }

        string Back(string parameters) => redirectUri + (redirectUri.Contains('?', StringComparison.Ordinal) ? "&" : "?") + parameters
            + (request.Query("state") is { } state ? "&state=" + Uri.EscapeDataString(state) : "");

        var scopes = (request.Query("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (request.Query("response_type") != "code" || (request.Query("code_challenge") is not null && request.Query("code_challenge_method") != "S256"))
        {
            return EmulatorResponse.Redirect(Back("error=invalid_request"));
        }

        if (scopes.Length == 0 || scopes.Any(scope => !integration.Scopes.Contains(scope)))
        {
            return EmulatorResponse.Redirect(Back("error=invalid_scope"));
        }

        if (webex.SignedInUser is not { } user)
        {
            return EmulatorResponse.Redirect(Back("error=access_denied"));
        }

        var code = webex.Ids.Letters(48);
        _codes[code] = new Grant(user, integration, redirectUri, scopes, request.Query("code_challenge"), request.At + webex.Options.AuthorizationCodeLifetime);
        return EmulatorResponse.Redirect(Back("code=" + code));
    }

    private EmulatorResponse Exchange(EmulatorRequest request)
    {
        if (request.MediaType != "application/x-www-form-urlencoded")
        {
            throw WebexErrors.Of(request, 415);
        }

        if (webex.Directory.Integrations.Find(known => known.ClientId == request.Form("client_id")) is not { } integration
            || !SameSecret(integration.ClientSecret, request.Form("client_secret") ?? ""))
        {
            return WebexErrors.Response(request, 401, "client_id and client_secret do not match.");
        }

        var token = request.Form("grant_type") switch
        {
            "authorization_code" => Redeem(request, integration),
            "refresh_token" => Refresh(request, integration),
            _ => throw WebexErrors.BadRequest(request, "grant_type is neither authorization_code nor refresh_token."),
        };
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["access_token"] = token.AccessToken,
            ["expires_in"] = (long)(token.AccessExpiresAt - request.At).TotalSeconds,
            ["refresh_token"] = token.RefreshToken,
            ["refresh_token_expires_in"] = (long)(token.RefreshExpiresAt - request.At).TotalSeconds,
            ["token_type"] = "Bearer",
            ["scope"] = string.Join(' ', token.Scopes),
        });
    }

    private WebexToken Redeem(EmulatorRequest request, WebexIntegration integration)
    {
        if (!_codes.Remove(request.Form("code") ?? "", out var grant) || grant.Integration != integration || request.At >= grant.ExpiresAt
            || grant.RedirectUri != request.Form("redirect_uri"))
        {
            throw WebexErrors.BadRequest(request, "The code is unknown, used, expired, or was issued for another redirect_uri.");
        }

        if (grant.Challenge is { } challenge
            && challenge != Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(request.Form("code_verifier") ?? ""))))
        {
            throw WebexErrors.BadRequest(request, "code_verifier does not fit the code_challenge.");
        }

        return webex.Directory.Issue(grant.User, integration, grant.Scopes);
    }

    private WebexToken Refresh(EmulatorRequest request, WebexIntegration integration)
    {
        if (webex.Directory.FindByRefresh(request.Form("refresh_token")) is not { } token || token.Integration != integration)
        {
            throw WebexErrors.BadRequest(request, "The refresh token is unknown, expired or revoked.");
        }

        webex.Directory.Refresh(token);
        return token;
    }

    private static bool SameSecret(string expected, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private sealed record Grant(WebexUser User, WebexIntegration Integration, string RedirectUri, IReadOnlyList<string> Scopes, string? Challenge, DateTimeOffset ExpiresAt);
}
