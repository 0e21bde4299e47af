using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

/// <summary>When a meeting is to start: an instant, or a local date and time with its time zone, as a person says it (MTG-04).</summary>
/// <remarks>Immutable.</remarks>
public sealed class MeetingStart
{
    private readonly DateTimeOffset? _instant;
    private readonly DateTime _local;
    private readonly AmbiguousTime _ambiguous;

    private MeetingStart(DateTimeOffset? instant, DateTime local, string timeZone, AmbiguousTime ambiguous)
    {
        _instant = instant;
        _local = local;
        TimeZone = timeZone;
        _ambiguous = ambiguous;
    }

    /// <summary>The IANA time zone, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; }

    /// <summary>An instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="timeZone">The IANA time zone in which people talk about it.</param>
    public static MeetingStart At(DateTimeOffset instant, string timeZone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        return new(instant.ToUniversalTime(), default, timeZone, default);
    }

    /// <summary>A local date and time.</summary>
    /// <param name="date">The date.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="timeZone">The IANA time zone.</param>
    /// <param name="ambiguous">Which instant is meant when the clocks show the time twice, as when daylight saving ends; the earlier one unless said otherwise.</param>
    public static MeetingStart Local(DateOnly date, TimeOnly time, string timeZone, AmbiguousTime ambiguous = AmbiguousTime.Earlier)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        return new(null, date.ToDateTime(time, DateTimeKind.Unspecified), timeZone, ambiguous);
    }

    /// <summary>The exact instant (UTC).</summary>
    /// <returns>
    /// The instant, or the refusal <c>meetings.time-zone-unknown</c>, or <c>meetings.local-time-skipped</c> when the clocks never show the time, as when daylight saving begins.
    /// </returns>
    public Outcome<DateTimeOffset> Resolve()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone))
        {
            return MeetingRefusals.TimeZoneUnknown.Refuse(TimeZone);
        }

        if (_instant is { } instant)
        {
            return instant;
        }

        if (zone.IsInvalidTime(_local))
        {
            return MeetingRefusals.LocalTimeSkipped.Refuse(_local.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeZone);
        }

        var offset = zone.GetUtcOffset(_local);
        if (zone.IsAmbiguousTime(_local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(_local);
            offset = _ambiguous == AmbiguousTime.Earlier ? offsets.Max() : offsets.Min();
        }

        return new DateTimeOffset(_local, offset).ToUniversalTime();
    }
}
