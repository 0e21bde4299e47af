using Microsoft.AspNetCore.Http;

namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>Tells end users who are not known yet apart, for the limit of wrong guesses (SES-17).</summary>
/// <remarks>
/// Implementations are thread-safe. The built-in one takes the remote address: IPv4 as it is, IPv6 by its first 64 bits, for those are one subscriber's. Behind a proxy
/// the host has to call <c>UseForwardedHeaders</c> with the proxies that it knows; else all end users are one caller.
/// </remarks>
public interface IServiceDeskCallerResolver
{
    /// <summary>Names the caller.</summary>
    /// <param name="context">The request.</param>
    /// <returns>A short text, equal for the requests of one caller; never empty.</returns>
    string Resolve(HttpContext context);
}
