namespace Support.Sdk.Sessions;

/// <summary>The settings of a channel (SES-02).</summary>
/// <remarks>Immutable. They hold for sessions made, or moved there, from now on.</remarks>
/// <param name="TimeOut">How long a session lives, counted from its creation; longer than zero.</param>
public sealed record ChannelSettings(TimeSpan TimeOut)
{
    /// <summary>How long a session lives, counted from its creation (SES-13).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan TimeOut { get; init; } = Positive(TimeOut, nameof(TimeOut));

    /// <summary>How long the end user has to answer a request for permission: longer than zero, 60 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan ConsentTimeOut
    {
        get;
        init => field = Positive(value, nameof(ConsentTimeOut));
    } = TimeSpan.FromSeconds(60);

    /// <summary>The greatest <see cref="Capacity"/>.</summary>
    public const int MaxCapacity = 100_000;

    /// <summary>How many live sessions the channel takes: 1 to 100,000, 100 by default. The vendor's pages disagree (100 and 500, fact sheet 1.6).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than <see cref="MaxCapacity"/>.</exception>
    public int Capacity
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Capacity));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxCapacity, nameof(Capacity));
            field = value;
        }
    } = 100;

    private static TimeSpan Positive(TimeSpan value, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, parameter);
        return value;
    }
}
