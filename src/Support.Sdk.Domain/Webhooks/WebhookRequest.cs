namespace Support.Sdk.Webhooks;

/// <summary>A webhook as it arrived.</summary>
/// <param name="Headers">The request's headers; look-ups disregard case, of a header that came twice the first value counts.</param>
/// <param name="Body">The raw bytes of the body: signatures are computed over these.</param>
public sealed record WebhookRequest(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
