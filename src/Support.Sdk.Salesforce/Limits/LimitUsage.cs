namespace Support.Sdk.Salesforce.Limits;

/// <summary>One limit of the org.</summary>
/// <param name="Max">How much is allowed.</param>
/// <param name="Remaining">How much is left.</param>
public sealed record LimitUsage(long Max, long Remaining)
{
    /// <summary>How much is used.</summary>
    public long Used => Max - Remaining;
}
