using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Who there is, and what tokens they hold. Under the emulator's gate.</summary>
internal sealed class WebexDirectory(WebexEmulatorOptions options, IdGenerator ids, TimeProvider timeProvider)
{
    private readonly List<WebexToken> _tokens = [];
    private readonly Dictionary<string, WebexToken> _byAccessToken = new(StringComparer.Ordinal);

    public List<WebexUser> Users { get; } = [];

    public List<WebexIntegration> Integrations { get; } = [];

    public WebexUser? FindByEmail(string email) => Users.Find(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));

    public WebexToken Issue(WebexUser user, WebexIntegration integration, IEnumerable<string> scopes)
    {
        var now = timeProvider.GetUtcNow();
        var token = new WebexToken
        {
            User = user,
            Integration = integration,
            Scopes = scopes.ToHashSet(StringComparer.Ordinal),
            AccessToken = ids.Letters(64),
            AccessExpiresAt = now + options.AccessTokenLifetime,
            RefreshToken = ids.Letters(64),
            RefreshExpiresAt = now + options.RefreshTokenLifetime,
            IssuedAt = now,
        };
        _tokens.Add(token);
        _byAccessToken.Add(token.AccessToken, token);
        return token;
    }

    /// <summary>A new access token for the grant; the refresh token stays and its life starts anew.</summary>
    public void Refresh(WebexToken token)
    {
        var now = timeProvider.GetUtcNow();
        token.RefreshExpiresAt = now + options.RefreshTokenLifetime;
        if (now - token.IssuedAt < options.RefreshReturnsSameTokenFor && now < token.AccessExpiresAt)
        {
            return;
        }

        // The former access token lives on to its own expiry: whether the service ends it is not documented.
        var former = new WebexToken
        {
            User = token.User,
            Integration = token.Integration,
            Scopes = token.Scopes,
            AccessToken = token.AccessToken,
            AccessExpiresAt = token.AccessExpiresAt,
            RefreshToken = "",
            RefreshExpiresAt = default,
        };
        _tokens.Add(former);
        _byAccessToken[former.AccessToken] = former;
        (token.AccessToken, token.AccessExpiresAt, token.IssuedAt) = (ids.Letters(64), now + options.AccessTokenLifetime, now);
        _byAccessToken.Add(token.AccessToken, token);
    }

    public WebexToken? FindByAccess(string? accessToken) =>
        accessToken is not null && _byAccessToken.GetValueOrDefault(accessToken) is { Revoked: false } token && timeProvider.GetUtcNow() < token.AccessExpiresAt ? token : null;

    public WebexToken? FindByRefresh(string? refreshToken) => string.IsNullOrEmpty(refreshToken)
        ? null
        : _tokens.Find(token => !token.Revoked && token.RefreshToken == refreshToken && timeProvider.GetUtcNow() < token.RefreshExpiresAt);

    public void Revoke(WebexUser user)
    {
        foreach (var token in _tokens.Where(token => token.User == user))
        {
            token.Revoked = true;
        }
    }
}
