namespace Support.Sdk.Options;

/// <summary>How deadlines are watched.</summary>
public sealed class DeadlineOptions
{
    /// <summary>How long a due deadline belongs to the host that takes it; a dead host's deadlines are taken over after this time.</summary>
    /// <value>1 second to 1 hour; 30 seconds by default.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the worker looks for deadlines that other hosts left, even if nothing in this process tells of them.</summary>
    /// <value>10 milliseconds to 1 minute; 1 second by default.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many due deadlines are taken at once.</summary>
    /// <value>1 to 1,000; 100 by default.</value>
    public int BatchSize { get; set; } = 100;

    /// <summary>Whether this host runs the worker; off for hosts that only give commands.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool WorkerEnabled { get; set; } = true;
}
