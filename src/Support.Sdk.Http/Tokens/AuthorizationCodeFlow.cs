using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Leads a person through the vendor's consent (authorization code with PKCE S256) and stores the tokens.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class AuthorizationCodeFlow
{
    private readonly OAuthProvider _provider;
    private readonly OAuthEndpoint _endpoint;
    private readonly ITokenStore _store;
    private readonly IRandomSource _random;

    internal AuthorizationCodeFlow(OAuthProvider provider, OAuthEndpoint endpoint, ITokenStore store, IRandomSource random)
    {
        _provider = provider;
        _endpoint = endpoint;
        _store = store;
        _random = random;
    }

    /// <summary>Begins a visit to the consent page.</summary>
    /// <param name="redirectUri">Where the vendor sends the browser back to, exactly as registered there.</param>
    /// <param name="extraParameters">Further parameters of the consent page, or <see langword="null"/>.</param>
    public AuthorizationRequest Begin(Uri redirectUri, IEnumerable<KeyValuePair<string, string>>? extraParameters = null)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        var state = _random.NextSecret();
        var verifier = _random.NextSecret();
        var query = new StringBuilder(_provider.AuthorizeEndpoint.Query.TrimStart('?'));
        Append("response_type", "code");
        Append("client_id", _provider.ClientId);
        Append("redirect_uri", redirectUri.OriginalString);
        Append("scope", _provider.Scope);
        Append("state", state);
        Append("code_challenge", Challenge(verifier));
        Append("code_challenge_method", "S256");
        foreach (var (name, value) in extraParameters ?? [])
        {
            Append(name, value);
        }

        return new(new UriBuilder(_provider.AuthorizeEndpoint) { Query = query.ToString() }.Uri, state, verifier, redirectUri);

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    /// <summary>Exchanges the code the vendor sent back and stores the tokens, whatever stood there before.</summary>
    /// <param name="request">What <see cref="Begin"/> gave for this visit.</param>
    /// <param name="code">The <c>code</c> parameter of the redirect.</param>
    /// <param name="state">The <c>state</c> parameter of the redirect.</param>
    /// <param name="subject">The user who consented; empty when the tokens act for the account.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <exception cref="ArgumentException"><paramref name="state"/> is not the one of <paramref name="request"/>: the answer belongs to another visit, or is forged.</exception>
    /// <exception cref="SupportHttpException">The vendor refused the code, or gave no answer.</exception>
    public async Task<OAuthTokens> CompleteAsync(
        AuthorizationRequest request, string code, string? state, string subject = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        if (!IsSameState(request.State, state))
        {
            throw new ArgumentException("The state does not belong to this authorization request; begin a new one.", nameof(state));
        }

        var tokens = await _endpoint.ExchangeCodeAsync(code, request.RedirectUri, request.CodeVerifier, cancellationToken).ConfigureAwait(false);
        var key = _endpoint.KeyOf(subject);
        while (true)
        {
            var current = await _store.LoadAsync(key, cancellationToken).ConfigureAwait(false);
            if (await _store.TrySaveAsync(key, tokens, current?.Version ?? 0, cancellationToken).ConfigureAwait(false))
            {
                return tokens;
            }
        }
    }

    /// <summary>Compares two states without telling by its duration where they differ.</summary>
    public static bool IsSameState(string expected, string? actual)
    {
        ArgumentException.ThrowIfNullOrEmpty(expected);
        return actual is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
    }

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
