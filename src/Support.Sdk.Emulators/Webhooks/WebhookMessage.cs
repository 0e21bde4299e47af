namespace Support.Sdk.Emulators.Webhooks;

/// <summary>What a vendor puts in the outbox.</summary>
internal sealed class WebhookMessage
{
    public required string Topic { get; init; }

    public required Uri Target { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string Method { get; init; } = "POST";

    public string ContentType { get; init; } = "application/json; charset=UTF-8";

    /// <summary>Headers of a try at a time: signatures with a time stamp are made for each one.</summary>
    public Func<DateTimeOffset, IEnumerable<KeyValuePair<string, string>>>? Headers { get; init; }

    /// <summary>Called outside every lock after each try, with the delivery as it stands then.</summary>
    public Action<WebhookDelivery, WebhookAttempt>? Attempted { get; init; }
}
