using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>
/// Stands before the token endpoint. What Salesforce has beyond RFC 6749 happens here: the JWT bearer grant, which takes the place of client credentials (neither has a
/// refresh token: both ask anew), and the <c>instance_url</c> of each answer, which must be the configured org's.
/// </summary>
internal sealed class TokenEndpointHandler(string account, SalesforceOptions options, TimeProvider clock) : DelegatingHandler
{
    private const long MaxAnswerBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.OAuth.Grant == SalesforceGrant.JwtBearer)
        {
            request.Content = new FormUrlEncodedContent([new("grant_type", JwtAssertion.GrantType), new("assertion", new JwtAssertion(options, clock).Sign())]);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            try
            {
                await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
                RequireInstance(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }

        return response;
    }

    private void RequireInstance(byte[] body)
    {
        string? text;
        try
        {
            using var document = JsonDocument.Parse(body);
            text = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("instance_url", out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            // Not a token answer at all: whoever reads it for tokens says so better.
            return;
        }

        var actual = Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
        if (actual is null || Uri.Compare(actual, options.Instance, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new SalesforceInstanceException(account, options.Instance, actual);
        }
    }
}
