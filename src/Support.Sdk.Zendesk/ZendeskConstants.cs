namespace Support.Sdk.Zendesk;

/// <summary>Names under which this package registers and is found.</summary>
public static class ZendeskConstants
{
    /// <summary>The vendor's name: the key of the port adapters, part of token keys and telemetry.</summary>
    public const string Vendor = "zendesk";

    /// <summary>The property of a ticket's audit metadata that holds the key of a comment this SDK wrote.</summary>
    public const string CommentKeyMetadata = "support_sdk_key";
}
