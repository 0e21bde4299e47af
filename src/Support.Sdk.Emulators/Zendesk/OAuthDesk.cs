using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Credentials and the OAuth endpoints (fact sheet section 2). Used under the emulator's gate.</summary>
internal sealed class OAuthDesk(ZendeskAccount account)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(120);
    private readonly Dictionary<string, Token> _byAccess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Token> _byRefresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _apiTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ZendeskOAuthClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Who is signed in at the browser that opens the authorization page.</summary>
    public long? SignedInUserId { get; set; }

    public string IssueApiToken()
    {
        var token = account.Ids.Letters(40);
        _apiTokens.Add(token);
        return token;
    }

    public void Add(ZendeskOAuthClient client) => _clients.Add(client.Identifier, client);

    public ZendeskAccessToken Issue(long userId, string clientId, string scope, TimeSpan? lifetime, TimeSpan refreshLifetime)
    {
        var now = account.Options.TimeProvider.GetUtcNow();
        var token = new Token(
            account.Ids.Letters(64), lifetime is null ? null : account.Ids.Letters(64), userId, clientId, scope,
            now + lifetime, now + refreshLifetime, lifetime);
        _byAccess.Add(token.Access, token);
        if (token.Refresh is not null)
        {
            _byRefresh.Add(token.Refresh, token);
        }

        return new ZendeskAccessToken(token.Access, scope, token.ExpiresAt, token.Refresh);
    }

    /// <summary>Ends all OAuth tokens of a user, or of everybody.</summary>
    public int Revoke(long? userId)
    {
        var ended = _byAccess.Values.Where(token => userId is null || token.UserId == userId).ToList();
        ended.ForEach(Remove);
        return ended.Count;
    }

    /// <summary>The caller, nobody without credentials, or <see langword="null"/> for wrong ones.</summary>
    public ZendeskCaller? Authenticate(EmulatorRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return ZendeskCaller.Nobody;
        }

        if (request.BearerToken is { } bearer)
        {
            return _byAccess.TryGetValue(bearer, out var token) && !(token.ExpiresAt <= request.At)
                ? new ZendeskCaller(account.User(token.UserId), token.Scopes, bearer)
                : null;
        }

        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? Basic(header[6..].Trim()) : null;
    }

    /// <summary>The authorization page, with a user who always agrees.</summary>
    public EmulatorResponse Authorize(EmulatorRequest request)
    {
        if (!_clients.TryGetValue(request.Query("client_id") ?? "", out var client)
            || request.Query("redirect_uri") is not { } redirect || redirect != client.RedirectUri.OriginalString)
        {
            return OAuthError(400, "invalid_client", "client_id or redirect_uri is not registered"); // Never redirect to a stranger.
        }

        var answer = new Dictionary<string, string?> { ["state"] = request.Query("state") };
        var challenge = request.Query("code_challenge");
        if (request.Query("response_type") != "code")
        {
            answer["error"] = "unsupported_response_type";
        }
        else if (request.Query("scope") is not { Length: > 0 } scope)
        {
            answer["error"] = "invalid_scope";
        }
        else if ((client.Secret is null && challenge is null) || (challenge is not null && request.Query("code_challenge_method") is not ("S256" or "plain")))
        {
            answer["error"] = "invalid_request";
        }
        else
        {
            var code = account.Ids.Letters(40);
            var user = SignedInUserId ?? client.OwnerId;
            _codes.Add(code, new Code(client.Identifier, redirect, scope, user, challenge, request.Query("code_challenge_method"), request.At + CodeLifetime));
            answer["code"] = code;
        }

        return EmulatorResponse.Redirect(QueryHelpers.AddQueryString(redirect, answer.Where(pair => pair.Value is not null)));
    }

    /// <summary><c>POST /oauth/tokens</c>.</summary>
    public EmulatorResponse Grant(EmulatorRequest request)
    {
        var fields = Fields(request);
        if (!_clients.TryGetValue(fields("client_id") ?? "", out var client) || !SecretFits(client, fields("client_secret"), fields("grant_type")))
        {
            return OAuthError(401, "invalid_client", "Client authentication failed due to unknown client, or no client authentication included.");
        }

        var (lifetime, refreshLifetime) = Lifetimes(fields);
        return fields("grant_type") switch
        {
            "authorization_code" => RedeemCode(request, fields, client, lifetime, refreshLifetime),
            "refresh_token" => Refresh(request, fields, client, lifetime, refreshLifetime),
            "client_credentials" when client.Secret is not null && fields("scope") is { Length: > 0 } scope =>
                Answer(Issue(client.OwnerId, client.Identifier, scope, lifetime, refreshLifetime), request.At, refreshLifetime),
            "client_credentials" when client.Secret is not null => OAuthError(400, "invalid_scope", "scope is required"),
            "client_credentials" => OAuthError(400, "unauthorized_client", "The client must be confidential."),
            _ => OAuthError(400, "unsupported_grant_type", "The authorization grant type is not supported by the authorization server."),
        };
    }

    private EmulatorResponse RedeemCode(
        EmulatorRequest request, Func<string, string?> fields, ZendeskOAuthClient client, TimeSpan? lifetime, TimeSpan refreshLifetime)
    {
        // A code is good for one try, whatever its outcome.
        if (!_codes.Remove(fields("code") ?? "", out var code)
            || code.ExpiresAt <= request.At || code.ClientId != client.Identifier || code.RedirectUri != fields("redirect_uri") || !VerifierFits(code, fields("code_verifier")))
        {
            return OAuthError(400, "invalid_grant", "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI, or was issued to another client.");
        }

        return Answer(Issue(code.UserId, client.Identifier, fields("scope") ?? code.Scope, lifetime, refreshLifetime), request.At, refreshLifetime);
    }

    private EmulatorResponse Refresh(
        EmulatorRequest request, Func<string, string?> fields, ZendeskOAuthClient client, TimeSpan? lifetime, TimeSpan refreshLifetime)
    {
        if (!_byRefresh.TryGetValue(fields("refresh_token") ?? "", out var old) || old.ClientId != client.Identifier || old.RefreshEndsAt <= request.At)
        {
            return OAuthError(400, "invalid_grant", "The provided refresh token is invalid, expired or revoked.");
        }

        Remove(old); // Rotation: the pair ends with its first use.
        return Answer(Issue(old.UserId, client.Identifier, fields("scope") ?? old.Scope, lifetime ?? old.Lifetime, refreshLifetime), request.At, refreshLifetime);
    }

    private static EmulatorResponse Answer(ZendeskAccessToken token, DateTimeOffset now, TimeSpan refreshLifetime)
    {
        var body = new JsonObject { ["access_token"] = token.AccessToken, ["token_type"] = "bearer", ["scope"] = token.Scope };
        if (token is { ExpiresAt: { } end, RefreshToken: { } refresh })
        {
            body["refresh_token"] = refresh;
            body["expires_in"] = (long)(end - now).TotalSeconds;
            body["refresh_token_expires_in"] = (long)refreshLifetime.TotalSeconds;
        }

        return ZendeskJson.Answer(201, body);
    }

    private static (TimeSpan? Access, TimeSpan Refresh) Lifetimes(Func<string, string?> fields)
    {
        var access = Seconds(fields, "expires_in");
        var refresh = Seconds(fields, "refresh_token_expires_in") ?? 2_592_000;
        if (refresh is < 604_800 or > 7_776_000)
        {
            throw new RefusalException(OAuthError(400, "invalid_request", "refresh_token_expires_in must be between 604800 and 7776000 seconds"));
        }

        if (access is <= 300 or >= 172_800)
        {
            throw new RefusalException(OAuthError(400, "invalid_request", "expires_in must be more than 300 and less than 172800 seconds"));
        }

        return (access is { } span ? TimeSpan.FromSeconds(span) : null, TimeSpan.FromSeconds(refresh));
    }

    private static long? Seconds(Func<string, string?> fields, string name) =>
        fields(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : throw new RefusalException(OAuthError(400, "invalid_request", $"{name} must be an integer"));

    /// <summary>The parameters of a JSON body, or of a form: clients use both.</summary>
    private static Func<string, string?> Fields(EmulatorRequest request)
    {
        if (request.MediaType == "application/x-www-form-urlencoded")
        {
            return request.Form;
        }

        if (request.MediaType != "application/json")
        {
            throw new RefusalException(ZendeskErrors.UnsupportedMediaType());
        }

        var body = request.TryReadObject() ?? throw new RefusalException(ZendeskErrors.NotJson());
        // An array as scope is taken as its JSON text: an invalid scope, that still yields a token.
        return name => body[name] is { } value ? value.GetValueKind() == JsonValueKind.String ? (string?)value : value.ToJsonString() : null;
    }

    private static bool SecretFits(ZendeskOAuthClient client, string? secret, string? grant) =>
        client.Secret is null
            ? grant != "client_credentials" || secret is null
            : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(client.Secret), Encoding.UTF8.GetBytes(secret ?? ""));

    private static bool VerifierFits(Code code, string? verifier)
    {
        if (code.Challenge is null)
        {
            return verifier is null;
        }

        var proof = code.Method == "plain" ? verifier ?? "" : Base64UrlTextEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? "")));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(code.Challenge));
    }

    private static EmulatorResponse OAuthError(int status, string error, string description) =>
        ZendeskJson.Answer(status, new JsonObject { ["error"] = error, ["error_description"] = description });

    private ZendeskCaller? Basic(string encoded)
    {
        Span<byte> bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            return null;
        }

        // {email}/token:{api_token}. A password, without "/token", is no longer accepted.
        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.LastIndexOf(':');
        return account.Options.ApiTokensAccepted && colon > 0 && text[..colon].EndsWith("/token", StringComparison.Ordinal)
            && _apiTokens.Contains(text[(colon + 1)..]) && account.UserByEmail(text[..(colon - "/token".Length)]) is { } user
            ? new ZendeskCaller(user, null, text)
            : null;
    }

    private void Remove(Token token)
    {
        _byAccess.Remove(token.Access);
        if (token.Refresh is not null)
        {
            _byRefresh.Remove(token.Refresh);
        }
    }

    private sealed record Code(string ClientId, string RedirectUri, string Scope, long UserId, string? Challenge, string? Method, DateTimeOffset ExpiresAt);

    private sealed record Token(string Access, string? Refresh, long UserId, string ClientId, string Scope, DateTimeOffset? ExpiresAt, DateTimeOffset RefreshEndsAt, TimeSpan? Lifetime)
    {
        public IReadOnlySet<string> Scopes { get; } = Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
