namespace Support.Sdk.Http;

/// <summary>When the calls of an account stop for a while because the vendor is down.</summary>
/// <remarks>Counted as failures: answers of 500 and above, broken connections and attempts that time out. A 429 is not one.</remarks>
public sealed class CircuitBreakerOptions
{
    /// <summary>Whether there is a breaker at all.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The share of failed attempts that opens the circuit.</summary>
    /// <value>0.5 by default; above 0, up to 1.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>How many attempts there must have been within <see cref="SamplingDuration"/>.</summary>
    /// <value>20 by default; 2 or more.</value>
    public int MinimumThroughput { get; set; } = 20;

    /// <summary>The time over which attempts are counted.</summary>
    /// <value>30 seconds by default; 500 ms to 24 hours.</value>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one attempt is let through.</summary>
    /// <value>15 seconds by default; 500 ms to 24 hours.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);
}
