using System.Globalization;

namespace Support.Sdk.Emulators.Webex;

/// <summary>One date of a series (<c>scheduledMeeting</c>). Its id holds the start it was first given.</summary>
internal sealed class MeetingOccurrence(MeetingSeries series, DateTimeOffset start, DateTimeOffset end)
{
    public string Id { get; } = series.Id + "_" + start.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public MeetingSeries Series { get; } = series;

    public DateTimeOffset Start { get; set; } = start;

    public DateTimeOffset End { get; set; } = end;

    public string? Title { get; set; }

    public string? Agenda { get; set; }

    public string? Password { get; set; }

    public bool Modified { get; set; }
}
