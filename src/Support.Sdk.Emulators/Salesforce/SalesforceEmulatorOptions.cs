namespace Support.Sdk.Emulators.Salesforce;

/// <summary>How the emulated org is set up.</summary>
/// <remarks>
/// The org has a daily budget, not a rate: <see cref="VendorEmulatorOptions.RequestsPerMinute"/> is not used.
/// Read once, at the start. Not thread-safe.
/// </remarks>
public sealed class SalesforceEmulatorOptions : VendorEmulatorOptions
{
    /// <summary>The newest API version; the oldest is 31.0, older ones are retired and answered 410.</summary>
    /// <value>Default 64 (Summer '25). At least 31.</value>
    public int LatestVersion { get; set; } = 64;

    /// <summary>REST and Bulk requests the org may make in 24 hours before 403 REQUEST_LIMIT_EXCEEDED.</summary>
    /// <value>Default 100,000. At least 1.</value>
    public int DailyApiRequests { get; set; } = 100_000;

    /// <summary>Batches of <see cref="BulkBatchSize"/> records in which ingest jobs may be processed in 24 hours; then new jobs are refused with REQUEST_LIMIT_EXCEEDED, and those under way fail (both assumed).</summary>
    /// <value>Default 15,000. At least 1.</value>
    public int DailyBulkBatches { get; set; } = 15_000;

    /// <summary>Query jobs that may be created in 24 hours; then they are refused with REQUEST_LIMIT_EXCEEDED (assumed).</summary>
    /// <value>Default 10,000. At least 1.</value>
    public int DailyBulkQueryJobs { get; set; } = 10_000;

    /// <summary>How long a session lives after its last use. The vendor tells no client.</summary>
    /// <value>Default 2 hours. Positive.</value>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Whether a refresh answers with a new refresh token and ends the old one.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool RefreshTokenRotation { get; set; }

    /// <summary>Whether a campaign member's status must be one of its campaign's.</summary>
    /// <value>Default <see langword="true"/>, the stricter of the reported behaviours.</value>
    public bool MemberStatusEnforced { get; set; } = true;

    /// <summary>Whether the body of DUPLICATES_DETECTED says <c>duplicateResut</c>, as seen in API versions 54 and 56.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool DuplicateResultMisspelt { get; set; }

    /// <summary>How long a Bulk job waits before it is in progress.</summary>
    /// <value>Default 1 s (assumed). Not negative.</value>
    public TimeSpan BulkQueueTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a Bulk job works on each batch of <see cref="BulkBatchSize"/> records.</summary>
    /// <value>Default 1 s (assumed). Not negative.</value>
    public TimeSpan BulkBatchTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Records a Bulk job processes at a time; an abort comes between batches.</summary>
    /// <value>Default 10,000. At least 1.</value>
    public int BulkBatchSize { get; set; } = 10_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(LatestVersion, 31);
        ArgumentOutOfRangeException.ThrowIfLessThan(DailyApiRequests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(DailyBulkBatches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(DailyBulkQueryJobs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(SessionTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(BulkQueueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(BulkBatchTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(BulkBatchSize, 1);
    }
}
