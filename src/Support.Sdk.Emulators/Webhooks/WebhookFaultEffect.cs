namespace Support.Sdk.Emulators.Webhooks;

/// <summary>What a fault does to a webhook.</summary>
public enum WebhookFaultEffect
{
    /// <summary>It is never sent.</summary>
    Drop,

    /// <summary>It is sent twice, with the same body.</summary>
    Duplicate,

    /// <summary>It is sent only after the next webhook to the same target.</summary>
    Reorder,

    /// <summary>It is sent later, by the emulator's clock.</summary>
    Delay,
}
