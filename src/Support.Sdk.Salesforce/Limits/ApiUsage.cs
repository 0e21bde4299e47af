namespace Support.Sdk.Salesforce.Limits;

/// <summary>A reading of the daily budget of calls.</summary>
/// <param name="Used">How many calls the org made in the last 24 hours.</param>
/// <param name="Max">How many it may make.</param>
/// <param name="ObservedAt">When this was read (UTC).</param>
/// <param name="AppUsed">How many of them this application made, when the org limits it; otherwise <see langword="null"/>.</param>
/// <param name="AppMax">How many this application may make, when the org limits it; otherwise <see langword="null"/>.</param>
public sealed record ApiUsage(long Used, long Max, DateTimeOffset ObservedAt, long? AppUsed = null, long? AppMax = null)
{
    /// <summary>How many calls are left to this application; zero when the budget is overrun.</summary>
    public long Remaining => Math.Max(0, Math.Min(Max - Used, AppMax - AppUsed ?? long.MaxValue));
}
