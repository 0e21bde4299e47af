namespace Support.Sdk.Http;

/// <summary>Reads a vendor's rate-limit headers; a vendor's package supplies it. <c>Retry-After</c> is read by the pipeline itself.</summary>
/// <remarks>Implementations are thread-safe and never throw: headers that make no sense are left out.</remarks>
public interface IRateLimitReader
{
    /// <summary>Adds what the headers of <paramref name="response"/> say to <paramref name="readings"/>.</summary>
    /// <param name="response">A response of any status. Only its headers may be used.</param>
    /// <param name="readings">Where to add; one entry per limit.</param>
    void Read(HttpResponseMessage response, ICollection<RateLimitReading> readings);
}
