namespace Support.Sdk.Zendesk.Account;

/// <summary>The limits of the account.</summary>
public sealed record LimitSettings
{
    /// <summary>The largest attachment, in bytes.</summary>
    public long? AttachmentSize { get; init; }
}
