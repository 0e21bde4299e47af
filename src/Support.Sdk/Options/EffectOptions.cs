namespace Support.Sdk.Options;

/// <summary>How effects are run.</summary>
public sealed class EffectOptions
{
    /// <summary>How long an effect belongs to the host that runs it; extended while it runs. A dead host's effects are taken over after this time.</summary>
    /// <value>1 second to 1 hour; 1 minute by default.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many attempts an effect has before it fails for good.</summary>
    /// <value>1 to 1,000; 12 by default: with the other defaults about half an hour.</value>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long the second attempt waits; each further one waits twice as long as the one before.</summary>
    /// <value>Positive; 1 second by default.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that an attempt waits, whatever the vendor asked for.</summary>
    /// <value>Not less than <see cref="BaseDelay"/>; 5 minutes by default.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many effects the worker runs at the same time.</summary>
    /// <value>1 to 1,000; 8 by default.</value>
    public int Concurrency { get; set; } = 8;

    /// <summary>How often the worker looks for work that other hosts left, even if nothing in this process tells of it.</summary>
    /// <value>10 milliseconds to 1 minute; 1 second by default.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether this host runs the worker; off for hosts that only give commands.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool WorkerEnabled { get; set; } = true;
}
