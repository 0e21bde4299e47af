namespace Support.Sdk.Emulators.Webhooks;

/// <summary>How far a webhook got.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>It waits for its time, or for its next try.</summary>
    Pending,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    /// <summary>The last try failed and no other follows.</summary>
    Failed,

    /// <summary>A fault of the script dropped it: it was never sent.</summary>
    Dropped,
}
