namespace Support.Sdk.Http;

/// <summary>The operations of requests that declare none: by method, as RFC 9110 §9.2 has it; <c>POST</c> and <c>PATCH</c> are never repeated.</summary>
internal sealed class UndeclaredOperations(string vendor)
{
    private readonly VendorOperation _safe = new($"{vendor}.undeclared.read", RetryMeaning.Safe);
    private readonly VendorOperation _idempotent = new($"{vendor}.undeclared.write", RetryMeaning.Idempotent);
    private readonly VendorOperation _other = new($"{vendor}.undeclared.act", RetryMeaning.Never);

    public VendorOperation Of(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace ? _safe
        : method == HttpMethod.Put || method == HttpMethod.Delete ? _idempotent
        : _other;
}
