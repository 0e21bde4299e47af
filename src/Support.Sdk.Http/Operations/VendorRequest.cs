using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Http;

/// <summary>A request of a typed client, before it becomes an <see cref="HttpRequestMessage"/>.</summary>
/// <remarks>Further properties are set with <c>with</c>: <c>VendorRequest.Post(…) with { IdempotencyKey = effectId }</c>.</remarks>
public readonly record struct VendorRequest
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Creates a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Relative to the base address, or absolute on a host that the vendor's profile trusts.</param>
    /// <param name="content">The body, or <see langword="null"/>.</param>
    public VendorRequest(VendorOperation operation, HttpMethod method, Uri target, HttpContent? content = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        Operation = operation;
        Method = method;
        Target = target;
        Content = content;
    }

    /// <summary>The operation.</summary>
    public VendorOperation Operation { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Where it goes: relative to the base address, or absolute.</summary>
    public Uri Target { get; init; }

    /// <summary>The body, or <see langword="null"/>.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>The idempotency key of a <see cref="RetryMeaning.Keyed"/> operation; <see langword="null"/> for a random one.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The user whose tokens are used; <see langword="null"/> or empty for the account's own.</summary>
    public string? Subject { get; init; }

    /// <summary>Sets further request headers; called once per call, before the first attempt. Never set <c>Authorization</c> here.</summary>
    public Action<HttpRequestHeaders>? Headers { get; init; }

    /// <summary>A <c>GET</c>.</summary>
    public static VendorRequest Get(VendorOperation operation, VendorPath path) => new(operation, HttpMethod.Get, path.ToUri());

    /// <summary>A <c>DELETE</c>.</summary>
    public static VendorRequest Delete(VendorOperation operation, VendorPath path) => new(operation, HttpMethod.Delete, path.ToUri());

    /// <summary>A <c>POST</c> without a body.</summary>
    public static VendorRequest Post(VendorOperation operation, VendorPath path) => new(operation, HttpMethod.Post, path.ToUri());

    /// <summary>A <c>POST</c> of JSON.</summary>
    public static VendorRequest Post<T>(VendorOperation operation, VendorPath path, T body, JsonTypeInfo<T> bodyType) =>
        new(operation, HttpMethod.Post, path.ToUri(), JsonBody(body, bodyType));

    /// <summary>A <c>PUT</c> without a body.</summary>
    public static VendorRequest Put(VendorOperation operation, VendorPath path) => new(operation, HttpMethod.Put, path.ToUri());

    /// <summary>A <c>PUT</c> of JSON.</summary>
    public static VendorRequest Put<T>(VendorOperation operation, VendorPath path, T body, JsonTypeInfo<T> bodyType) =>
        new(operation, HttpMethod.Put, path.ToUri(), JsonBody(body, bodyType));

    /// <summary>A <c>PATCH</c> of JSON.</summary>
    public static VendorRequest Patch<T>(VendorOperation operation, VendorPath path, T body, JsonTypeInfo<T> bodyType) =>
        new(operation, HttpMethod.Patch, path.ToUri(), JsonBody(body, bodyType));

    /// <summary>JSON as a body of known length that can be sent again; for requests built by hand.</summary>
    public static HttpContent JsonBody<T>(T body, JsonTypeInfo<T> bodyType)
    {
        ArgumentNullException.ThrowIfNull(bodyType);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, bodyType));
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>Operation and method; never address, headers or body.</summary>
    public override string ToString() => $"{Method} {Operation}";
}
