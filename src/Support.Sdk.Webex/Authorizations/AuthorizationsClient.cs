using Support.Sdk.Http;

namespace Support.Sdk.Webex.Authorizations;

/// <summary>The operations of <c>/authorizations</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Consent itself is given through <see cref="IWebexClientFactory.GetConsentFlow"/>.</remarks>
public class AuthorizationsClient
{
    private static readonly VendorOperation TokenExpiry = new("webex.authorizations.token-expiry", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal AuthorizationsClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected AuthorizationsClient() => _webex = null!;

    /// <summary>Reads when the access token in use expires (UTC).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<DateTimeOffset> GetTokenExpiryAsync(CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(TokenExpiry, VendorPath.Of($"authorizations/tokenExpiry"));
        var answer = await _webex.SendAsync(request, WebexJson.Default.TokenExpiryAnswer, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.FromUnixTimeMilliseconds(answer.Exp);
    }
}
