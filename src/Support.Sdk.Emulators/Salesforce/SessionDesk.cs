using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Sessions and the OAuth endpoints (fact sheet section 2). Used under the emulator's gate.</summary>
internal sealed class SessionDesk(Org org, IdGenerator ids, string orgId)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long an assertion may be valid at most (fact sheet section 2).</summary>
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(3);
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SalesforceOAuthClient> _clients = new(StringComparer.Ordinal);

    /// <summary>The user at the browser that opens the authorization page.</summary>
    public int SignedInUser { get; set; }

    public void Add(SalesforceOAuthClient client) => _clients.Add(client.ConsumerKey, client);

    public string Issue(int userRow, string scope)
    {
        var token = orgId[..15] + "!" + ids.Letters(64);
        _sessions.Add(token, new Session(userRow, scope.Split(' ', StringSplitOptions.RemoveEmptyEntries), org.Now));
        return token;
    }

    /// <summary>Ends all sessions, as an administrator or the session policy does.</summary>
    public int EndAll()
    {
        var count = _sessions.Count;
        _sessions.Clear();
        return count;
    }

    /// <summary>Ends what was granted for good: refresh tokens too.</summary>
    public void RevokeAll()
    {
        EndAll();
        _refresh.Clear();
    }

    /// <summary>The row of the user whose session the request carries.</summary>
    public int Authenticate(EmulatorRequest request)
    {
        if (request.BearerToken is not { } token || !_sessions.TryGetValue(token, out var session) || session.UsedAt + org.Options.SessionTimeout <= request.At)
        {
            throw new RefusalException(SalesforceErrors.For(401));
        }

        session.UsedAt = request.At;
        return session.Scopes.Any(scope => scope is "api" or "full")
            ? session.UserRow
            : throw SalesforceErrors.Refuse(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
    }

    /// <summary>The authorization page, with a user who always agrees.</summary>
    public EmulatorResponse Authorize(EmulatorRequest request)
    {
        if (!_clients.TryGetValue(request.Query("client_id") ?? "", out var client))
        {
            return Error("invalid_client_id", "client identifier invalid");
        }

        if (request.Query("redirect_uri") is not { } redirect || redirect != client.RedirectUri.OriginalString)
        {
            return Error("redirect_uri_mismatch", "redirect_uri must match configuration"); // Never redirect to a stranger.
        }

        var answer = new Dictionary<string, string?> { ["state"] = request.Query("state") };
        var challenge = request.Query("code_challenge");
        if (request.Query("response_type") != "code")
        {
            (answer["error"], answer["error_description"]) = ("unsupported_response_type", "response type not supported");
        }
        else if ((challenge is null && (client.PkceRequired || client.ConsumerSecret is null)) || (request.Query("code_challenge_method") is { } method && method != "S256"))
        {
            (answer["error"], answer["error_description"]) = ("invalid_request", "missing required code challenge");
        }
        else
        {
            var code = "aPrx" + ids.Letters(60);
            _codes.Add(code, new Code(client.ConsumerKey, redirect, SignedInUser, Scope(client, request.Query("scope")), challenge, request.At + CodeLifetime));
            answer["code"] = code;
        }

        return EmulatorResponse.Redirect(QueryHelpers.AddQueryString(redirect, answer.Where(pair => pair.Value is not null)));
    }

    /// <summary><c>POST /services/oauth2/token</c>.</summary>
    public EmulatorResponse Token(EmulatorRequest request)
    {
        if (request.MediaType != "application/x-www-form-urlencoded")
        {
            return Error("invalid_request", "the body must be a form");
        }

        var type = request.Form("grant_type");
        if (type == "urn:ietf:params:oauth:grant-type:jwt-bearer")
        {
            return Assertion(request);
        }

        if (type is not ("authorization_code" or "refresh_token" or "client_credentials"))
        {
            return Error("unsupported_grant_type", "grant type not supported");
        }

        var (key, secret) = Credentials(request);
        if (!_clients.TryGetValue(key ?? "", out var client))
        {
            return Error("invalid_client_id", "client identifier invalid");
        }

        // An app without a secret has no credentials of its own to act by.
        if (!SecretFits(client, secret, required: type != "refresh_token") || (type == "client_credentials" && client.ConsumerSecret is null))
        {
            return Error("invalid_client", "invalid client credentials");
        }

        return type switch
        {
            "authorization_code" => Redeem(request, client),
            "refresh_token" => Refresh(request, client),
            _ => Execute(request, client),
        };
    }

    /// <summary><c>POST /services/oauth2/revoke</c>: ends a session, or a refresh token.</summary>
    public EmulatorResponse Revoke(EmulatorRequest request)
    {
        var token = request.Form("token") ?? request.Query("token") ?? "";
        return _sessions.Remove(token) | _refresh.Remove(token) ? EmulatorResponse.Empty(200) : Error("invalid_token", "invalid token");
    }

    public EmulatorResponse UserInfo(EmulatorRequest request)
    {
        var row = Authenticate(request);
        var user = Describe(row);
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["sub"] = IdUrl(request, row),
            ["user_id"] = user.Id,
            ["organization_id"] = orgId,
            ["preferred_username"] = user.Username,
            ["name"] = user.Name,
            ["email"] = user.Email,
        });
    }

    public SalesforceUser Describe(int row)
    {
        var reader = new RecordReader(org);
        string Get(string name) => reader.Get(org.Users, row, org.Users.Schema.Field(name)) ?? "";
        return new SalesforceUser(org.Users.Id(row), Get("Username"), Get("Name"), Get("Email"));
    }

    private EmulatorResponse Redeem(EmulatorRequest request, SalesforceOAuthClient client)
    {
        // A code is good for one try, whatever its outcome.
        if (!_codes.Remove(request.Form("code") ?? "", out var code) || code.ClientId != client.ConsumerKey)
        {
            return Error("invalid_grant", "invalid authorization code");
        }

        if (code.ExpiresAt <= request.At)
        {
            return Error("invalid_grant", "expired authorization code");
        }

        if (request.Form("redirect_uri") != code.RedirectUri)
        {
            return Error("redirect_uri_mismatch", "redirect_uri must match configuration");
        }

        if (code.Challenge is { } challenge && challenge != Challenge(request.Form("code_verifier") ?? ""))
        {
            return Error("invalid_grant", "invalid code verifier");
        }

        return Answer(request, code.UserRow, code.Scope, client.ConsumerKey, offersRefresh: true);
    }

    private EmulatorResponse Refresh(EmulatorRequest request, SalesforceOAuthClient client)
    {
        var token = request.Form("refresh_token") ?? "";
        if (!_refresh.TryGetValue(token, out var grant) || grant.ClientId != client.ConsumerKey)
        {
            return Error("invalid_grant", "expired access/refresh token");
        }

        if (org.Options.RefreshTokenRotation)
        {
            _refresh.Remove(token);
        }

        return Answer(request, grant.UserRow, grant.Scope, client.ConsumerKey, org.Options.RefreshTokenRotation);
    }

    private EmulatorResponse Execute(EmulatorRequest request, SalesforceOAuthClient client)
    {
        var host = new Uri(request.Origin).Host;
        if (host is "login.salesforce.com" or "test.salesforce.com")
        {
            return Error("invalid_grant", "request not supported on this domain");
        }

        return client.ExecutionUser is { } user
            ? Answer(request, RecordWriter.RowOf(org.Users, user.Id), Without(client.Scopes, "full", "web", "refresh_token", "offline_access"), client.ConsumerKey, offersRefresh: false)
            : Error("invalid_grant", "no client credentials user enabled");
    }

    private EmulatorResponse Assertion(EmulatorRequest request)
    {
        var claims = JwtAssertion.Read(request.Form("assertion") ?? "");
        if (claims is null || !_clients.TryGetValue((string?)claims.Payload["iss"] ?? "", out var client) || client.PublicKeyPem is null)
        {
            return Error("invalid_client_id", "client identifier invalid");
        }

        if (!claims.IsSignedBy(client.PublicKeyPem))
        {
            return Error("invalid_grant", "invalid assertion");
        }

        var audience = (string?)claims.Payload["aud"];
        if (audience is not ("https://login.salesforce.com" or "https://test.salesforce.com") && audience?.TrimEnd('/') != request.Origin)
        {
            return Error("invalid_grant", "audience is invalid");
        }

        var expires = DateTimeOffset.FromUnixTimeSeconds(claims.Expires);
        if (expires <= request.At || expires > request.At + AssertionLifetime)
        {
            return Error("invalid_grant", "expired authorization code");
        }

        var users = org.Users;
        var rows = RecordWriter.Matches(users, users.Schema.Field("Username"), (string?)claims.Payload["sub"] ?? "");
        return rows is [var row] && client.IsApproved
            ? Answer(request, row, Without(client.Scopes, "refresh_token", "offline_access"), client.ConsumerKey, offersRefresh: false)
            : Error("invalid_grant", "user hasn't approved this consumer");
    }

    private EmulatorResponse Answer(EmulatorRequest request, int userRow, string scope, string clientId, bool offersRefresh)
    {
        if (org.Users.Get(userRow, org.Users.Schema.Field("IsActive")) != "true")
        {
            return Error("inactive_user", "user is inactive");
        }

        var token = Issue(userRow, scope);
        var body = new JsonObject
        {
            ["access_token"] = token,
            ["signature"] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token))),
            ["scope"] = scope,
            ["instance_url"] = request.Origin,
            ["id"] = IdUrl(request, userRow),
            ["token_type"] = "Bearer",
            ["issued_at"] = request.At.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (offersRefresh && scope.Split(' ').Any(one => one is "refresh_token" or "offline_access"))
        {
            var refresh = "5Aep861" + ids.Letters(80);
            _refresh.Add(refresh, new Grant(userRow, scope, clientId));
            body["refresh_token"] = refresh;
        }

        return EmulatorResponse.Json(200, body);
    }

    private string IdUrl(EmulatorRequest request, int userRow) => $"{request.Origin}/id/{orgId}/{org.Users.Id(userRow)}";

    private static (string? Key, string? Secret) Credentials(EmulatorRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return (request.Form("client_id"), request.Form("client_secret"));
        }

        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length))
        {
            return (null, null);
        }

        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : null);
    }

    private static bool SecretFits(SalesforceOAuthClient client, string? secret, bool required) =>
        client.ConsumerSecret is null || (secret is null && !required)
        || (secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(client.ConsumerSecret)));

    private static string Scope(SalesforceOAuthClient client, string? asked) =>
        asked is { Length: > 0 } ? string.Join(' ', asked.Split(' ').Intersect(client.Scopes.Split(' '))) : client.Scopes;

    private static string Without(string scopes, params string[] names) => string.Join(' ', scopes.Split(' ').Except(names));

    private static string Challenge(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static EmulatorResponse Error(string error, string description) =>
        EmulatorResponse.Json(400, new JsonObject { ["error"] = error, ["error_description"] = description });

    private sealed record Grant(int UserRow, string Scope, string ClientId);

    private sealed record Code(string ClientId, string RedirectUri, int UserRow, string Scope, string? Challenge, DateTimeOffset ExpiresAt);

    private sealed class Session(int userRow, string[] scopes, DateTimeOffset usedAt)
    {
        public int UserRow => userRow;

        public string[] Scopes => scopes;

        public DateTimeOffset UsedAt { get; set; } = usedAt;
    }
}
