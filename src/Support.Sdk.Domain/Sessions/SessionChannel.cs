namespace Support.Sdk.Sessions;

/// <summary>What a session knows of the channel in which it stands, as the channel's settings were when it came there.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The channel's id: lower-case letters, digits and hyphens.</param>
/// <param name="TimeOut">How long a session lives, counted from its creation; longer than zero.</param>
/// <param name="ConsentTimeOut">How long the end user has to answer a request for permission; longer than zero.</param>
/// <param name="Owner">Whose private channel it is; <see langword="null"/> for one that is shared.</param>
public sealed record SessionChannel(string Id, TimeSpan TimeOut, TimeSpan ConsentTimeOut, string? Owner = null)
{
    /// <summary>The channel's id: lower-case letters, digits and hyphens.</summary>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public string Id { get; init; } = SessionPermissions.CheckedChannel(Id);

    /// <summary>How long a session lives, counted from its creation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan TimeOut { get; init; } = Positive(TimeOut, nameof(TimeOut));

    /// <summary>How long the end user has to answer a request for permission.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan ConsentTimeOut { get; init; } = Positive(ConsentTimeOut, nameof(ConsentTimeOut));

    private static TimeSpan Positive(TimeSpan value, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, parameter);
        return value;
    }
}
