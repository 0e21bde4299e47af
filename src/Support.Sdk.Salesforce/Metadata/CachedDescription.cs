namespace Support.Sdk.Salesforce.Metadata;

/// <summary>A describe that was read.</summary>
/// <param name="Value">What it says.</param>
/// <param name="LastModified">When it last changed, as Salesforce said; then it can be asked for conditionally.</param>
/// <param name="CheckedAt">Timestamp of the clock at which Salesforce last vouched for it.</param>
internal sealed record CachedDescription(object Value, DateTimeOffset? LastModified, long CheckedAt);
