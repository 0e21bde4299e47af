namespace Support.Sdk.Webhooks;

/// <summary>What became of a webhook.</summary>
public enum WebhookDisposition
{
    /// <summary>Genuine, and applied.</summary>
    Applied,

    /// <summary>Genuine, and of no concern to the SDK.</summary>
    Ignored,

    /// <summary>Not shown to be genuine: answer 401, apply nothing.</summary>
    Unverified,

    /// <summary>Genuine by its signature, but no message of the expected form: answer 400.</summary>
    Malformed,
}
