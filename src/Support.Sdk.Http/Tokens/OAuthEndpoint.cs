using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Talks to a vendor's token endpoint. One attempt per call, bounded by the attempt time-out: whether to try again is the token source's business.</summary>
internal sealed class OAuthEndpoint(
    string vendor, string account, OAuthProvider provider, HttpClient client, SupportHttpOptions options, TimeProvider clock, IRandomSource random)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(3650);

    public OAuthProvider Provider => provider;

    public TokenKey KeyOf(string subject) => new(vendor, account, subject);

    public Task<OAuthTokens> ExchangeCodeAsync(string code, Uri redirectUri, string codeVerifier, CancellationToken cancellationToken) =>
        SendAsync(
            "exchange",
            "authorization_code",
            [new("code", code), new("redirect_uri", redirectUri.OriginalString), new("code_verifier", codeVerifier)],
            cancellationToken);

    /// <exception cref="OAuthRefusedException">The refresh token is expired, revoked or used up.</exception>
    public Task<OAuthTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        SendAsync("refresh", "refresh_token", [new("refresh_token", refreshToken)], cancellationToken);

    /// <exception cref="OAuthRefusedException">The vendor says by one of <see cref="OAuthProvider.ConsentErrors"/> that nobody consents any more.</exception>
    public Task<OAuthTokens> RequestForClientAsync(CancellationToken cancellationToken) =>
        SendAsync("client", "client_credentials", [], cancellationToken);

    private async Task<OAuthTokens> SendAsync(
        string verb, string grantType, KeyValuePair<string, string>[] parameters, CancellationToken cancellationToken)
    {
        if (!SecureAddresses.IsSecure(provider.TokenEndpoint))
        {
            throw new InvalidOperationException(
                $"The token endpoint of {vendor} must be an https address (http for loopback addresses only); secrets are not sent elsewhere.");
        }

        var call = new FailedCall(vendor, account, $"{vendor}.oauth.{verb}", random.NextId(), "POST", provider.TokenEndpoint.AbsolutePath, 1);
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint) { Content = Body(grantType, parameters) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            var body = await CappedBody.ReadAsync(response.Content, linked.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Read(body, call, response.StatusCode) : throw Refuse(body, call, response, grantType);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SupportConnectionException(call, ConnectionFailure.AttemptTimedOut, mayHaveBeenReceived: true, innerException: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var notSent = RetryDecision.IsNotConnected(exception);
            throw new SupportConnectionException(
                call, notSent ? ConnectionFailure.NotConnected : ConnectionFailure.Interrupted, !notSent, innerException: exception);
        }
    }

    private HttpContent Body(string grantType, KeyValuePair<string, string>[] parameters)
    {
        List<KeyValuePair<string, string>> all = [new("grant_type", grantType), new("client_id", provider.ClientId)];
        if (provider.ClientSecret is { } secret)
        {
            all.Add(new("client_secret", secret));
        }

        if (provider.Scope is { } scope && (provider.SendsScopeToTokenEndpoint || grantType == "client_credentials"))
        {
            all.Add(new("scope", scope));
        }

        all.AddRange(parameters);
        all.AddRange(provider.TokenParameters);
        if (provider.BodyFormat == OAuthBodyFormat.Form)
        {
            return new FormUrlEncodedContent(all);
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in all)
            {
                // Only the further parameters may be numbers: a code or secret that happens to look like one stays a text.
                if (provider.TokenParameters.ContainsKey(name) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    writer.WriteNumber(name, number);
                }
                else
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }

        return new ByteArrayContent(buffer.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private OAuthTokens Read(string body, FailedCall call, HttpStatusCode status)
    {
        OAuthTokenResponse? answer;
        try
        {
            answer = JsonSerializer.Deserialize(body, OAuthJson.Default.OAuthTokenResponse);
        }
        catch (JsonException)
        {
            // The parser's message may quote the body, which holds tokens.
            throw new SupportContentException(call, status, "its body is not the JSON of a token answer");
        }

        if (string.IsNullOrWhiteSpace(answer?.AccessToken))
        {
            throw new SupportContentException(call, status, "it holds no access_token");
        }

        var now = clock.GetUtcNow();
        return new OAuthTokens(
            answer.AccessToken, After(now, answer.ExpiresInSeconds), answer.RefreshToken, After(now, answer.RefreshTokenExpiresInSeconds), answer.Scope);
    }

    private static DateTimeOffset? After(DateTimeOffset now, long? seconds) =>
        seconds is > 0 ? now + (seconds.Value < LongestLife.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : LongestLife) : null;

    private Exception Refuse(string body, FailedCall call, HttpResponseMessage response, string grantType)
    {
        var (code, description) = OAuthErrorReader.Read(body);
        var error = new VendorError(code, Redactor.Text(description));
        var retryAfter = RetryAfterHeader.Read(response, options, clock)?.Wait;
        var answer = new SupportRequestException(call, response.StatusCode, error, retryAfter, Redactor.Text(body));
        return OAuthErrorReader.IsGrantGone(response.StatusCode, code, grantType, provider.ConsentErrors) ? new OAuthRefusedException(answer) : answer;
    }
}
