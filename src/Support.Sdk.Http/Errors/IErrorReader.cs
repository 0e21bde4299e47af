using System.Net;
using System.Net.Http.Headers;

namespace Support.Sdk.Http;

/// <summary>Reads a vendor's error answers; a vendor's package supplies it.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IErrorReader
{
    /// <summary>Reads an error answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="headers">The response headers.</param>
    /// <param name="body">The body, of which at most 64 KiB were kept: JSON may be cut. May be empty, or HTML of a proxy.</param>
    /// <returns>What could be read. Texts need not be redacted; the caller does that.</returns>
    /// <exception cref="System.Text.Json.JsonException">The body is not what the vendor documents; it is then treated as unreadable.</exception>
    VendorError Read(HttpStatusCode status, HttpResponseHeaders headers, string body);
}
