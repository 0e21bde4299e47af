using System.Net;

namespace Support.Sdk.Http;

/// <summary>Third, inside the retry: gives each attempt a valid credential, and a 401 one second chance with another credential.</summary>
/// <remarks>What can be sent only once gets no second chance, but the other credential is fetched all the same, for the next call.</remarks>
internal sealed class AuthHandler(VendorRuntime runtime) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallContext.Of(request);
        if (call.IsAnonymous)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        RequireTrusted(request.RequestUri!);
        var token = await runtime.Tokens.GetAsync(call.Subject, cancellationToken).ConfigureAwait(false);
        var response = await SendAsync(request, call, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        AccessToken replacement;
        try
        {
            replacement = await runtime.Tokens.ReplaceAsync(token, call.Subject, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        if (!call.CanReplay || ReferenceEquals(replacement, token) || replacement.Value == token.Value)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, call, replacement, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallContext call, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = token.Header;
        call.Credential = token;
        return base.SendAsync(request, cancellationToken);
    }

    private void RequireTrusted(Uri address)
    {
        var isTrusted = SecureAddresses.IsSecure(address)
            && (SecureAddresses.HaveSameOrigin(address, runtime.BaseAddress)
                || (address.IsDefaultPort && runtime.Profile.TrustedHosts.Contains(address.Host)));
        if (!isTrusted)
        {
            throw new InvalidOperationException(
                $"The credentials of {runtime.Vendor} are not sent to {address.GetLeftPart(UriPartial.Authority)}: it is neither the base address nor a trusted host, "
                + "or it is not https. Mark the request as anonymous (SetAnonymous) if it needs none.");
        }
    }
}
