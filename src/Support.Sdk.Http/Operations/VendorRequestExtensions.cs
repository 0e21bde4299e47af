namespace Support.Sdk.Http;

/// <summary>Says about a raw <see cref="HttpRequestMessage"/> what <see cref="VendorRequest"/> says about a typed one.</summary>
public static class VendorRequestExtensions
{
    /// <summary>Declares the operation of <paramref name="request"/>. Without it the HTTP method decides, and <c>POST</c> and <c>PATCH</c> are never repeated.</summary>
    public static HttpRequestMessage SetOperation(this HttpRequestMessage request, VendorOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        CallContext.Of(request).Operation = operation;
        return request;
    }

    /// <summary>Sets the idempotency key, which every attempt carries. Without it a <see cref="RetryMeaning.Keyed"/> operation gets a random one.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty or white space.</exception>
    public static HttpRequestMessage SetIdempotencyKey(this HttpRequestMessage request, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        CallContext.Of(request).IdempotencyKey = key;
        return request;
    }

    /// <summary>Sends <paramref name="request"/> for the user <paramref name="subject"/>: with the tokens kept under that subject. Empty means the account itself.</summary>
    public static HttpRequestMessage SetSubject(this HttpRequestMessage request, string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        CallContext.Of(request).Subject = subject;
        return request;
    }

    /// <summary>Sends <paramref name="request"/> without credentials. The only way to reach a host that the vendor's profile does not trust.</summary>
    public static HttpRequestMessage SetAnonymous(this HttpRequestMessage request)
    {
        CallContext.Of(request).IsAnonymous = true;
        return request;
    }

    /// <summary>
    /// Leaves the response body on the wire instead of reading it within the attempt. The caller reads it under its own cancellation: the
    /// time-outs end with the headers, and a body that is cut is not fetched again.
    /// </summary>
    public static HttpRequestMessage SetStreaming(this HttpRequestMessage request)
    {
        CallContext.Of(request).IsStreaming = true;
        return request;
    }
}
