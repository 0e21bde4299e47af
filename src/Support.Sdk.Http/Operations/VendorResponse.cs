using System.Net;
using System.Net.Http.Headers;

namespace Support.Sdk.Http;

/// <summary>A successful answer with its headers.</summary>
/// <typeparam name="T">What the body holds.</typeparam>
/// <param name="Value">The body.</param>
/// <param name="StatusCode">The status, 200 to 299.</param>
/// <param name="Headers">The response headers, without those of the body.</param>
public readonly record struct VendorResponse<T>(T Value, HttpStatusCode StatusCode, HttpResponseHeaders Headers)
{
    /// <summary>The status only: neither headers nor body belong into a log.</summary>
    public override string ToString() => $"{(int)StatusCode} {StatusCode}";
}
