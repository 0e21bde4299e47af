namespace Support.Sdk.Webinars;

/// <summary>Which webinars are shown: those within two configured ranges, of past and of upcoming days (WBN-09).</summary>
/// <remarks>
/// Immutable and thread-safe. Days are whole days of the reader's calendar, and today belongs to both ranges: with one past day a webinar of yesterday morning is
/// shown until midnight.
/// </remarks>
public sealed record WebinarRange
{
    /// <summary>The most days of either range: ten years.</summary>
    public const int MaximumDays = 3650;

    /// <summary>Creates a range.</summary>
    /// <param name="pastDays">How many days before today, from 0 to <see cref="MaximumDays"/>.</param>
    /// <param name="upcomingDays">How many days after today, from 0 to <see cref="MaximumDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is less than 0 or more than <see cref="MaximumDays"/>.</exception>
    public WebinarRange(int pastDays, int upcomingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pastDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pastDays, MaximumDays);
        ArgumentOutOfRangeException.ThrowIfNegative(upcomingDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(upcomingDays, MaximumDays);
        PastDays = pastDays;
        UpcomingDays = upcomingDays;
    }

    /// <summary>How many days before today.</summary>
    public int PastDays { get; }

    /// <summary>How many days after today.</summary>
    public int UpcomingDays { get; }

    /// <summary>The instants between which webinars are shown, for the request to Webex: from the first (inclusive) to the last (exclusive), in UTC.</summary>
    /// <param name="now">The present.</param>
    /// <param name="timeZone">The reader's time zone.</param>
    public (DateTimeOffset From, DateTimeOffset To) GetWindow(DateTimeOffset now, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var today = TimeZoneInfo.ConvertTime(now, timeZone).Date;
        return (Midnight(today.AddDays(-PastDays), timeZone), Midnight(today.AddDays(UpcomingDays + 1), timeZone));
    }

    /// <summary>Whether a webinar is shown: whether any of it lies within the ranges.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends; not before <paramref name="start"/>.</param>
    /// <param name="now">The present.</param>
    /// <param name="timeZone">The reader's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public bool Contains(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var (from, to) = GetWindow(now, timeZone);
        return start < to && (end > from || start >= from);
    }

    // Where clocks go forward at midnight, the day begins later.
    private static DateTimeOffset Midnight(DateTime day, TimeZoneInfo timeZone)
    {
        var local = day;
        while (timeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, timeZone.IsAmbiguousTime(local) ? timeZone.GetAmbiguousTimeOffsets(local).Max() : timeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
