namespace Support.Sdk.Sessions;

/// <summary>How <see cref="SessionFeed"/> tells of changes.</summary>
public sealed class SessionFeedOptions
{
    /// <summary>How many changes wait for a listener that is busy. One who falls further behind gets <see cref="SessionChange.Reset"/> in their stead.</summary>
    /// <value>1 to 100,000; 256 by default.</value>
    public int ListenerBuffer { get; set; } = 256;

    /// <summary>How many events of the store are gone through for a listener who resumes; one who was away for more of them gets <see cref="SessionChange.Reset"/>.</summary>
    /// <value>0 to 1,000,000; 10,000 by default.</value>
    public int MaxReplay { get; set; } = 10_000;

    /// <summary>How many sessions and channels the feed remembers, without their notes; the others are replayed from their history when something happens to them.</summary>
    /// <value>1 to 1,000,000; 10,000 by default: some 10 MB.</value>
    public int RememberedStreams { get; set; } = 10_000;

    /// <summary>How long the feed waits before it follows the store again after the store failed.</summary>
    /// <value>10 milliseconds to 1 minute; 1 second by default.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
