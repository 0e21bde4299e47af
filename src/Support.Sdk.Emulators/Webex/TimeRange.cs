using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The ranges in which registrants registered and participants joined: one bound means seven days from it, both may lie 90 days apart at most.</summary>
internal static class TimeRange
{
    private static readonly TimeSpan Default = TimeSpan.FromDays(7);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Without either bound there is no limit: the reference is silent about it.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? To) Read(EmulatorRequest request, string fromName, string toName, Func<string, string?> valueOf)
    {
        DateTimeOffset? from = valueOf(fromName) is { Length: > 0 } first ? MeetingAccess.Time(request, fromName, first, TimeZoneInfo.Utc) : null;
        DateTimeOffset? to = valueOf(toName) is { Length: > 0 } last ? MeetingAccess.Time(request, toName, last, TimeZoneInfo.Utc) : null;
        (from, to) = (from ?? to - Default, to ?? from + Default);
        return from > to ? throw WebexErrors.BadRequest(request, $"{fromName} cannot be after {toName}.")
            : to - from > Longest ? throw WebexErrors.BadRequest(request, $"The interval between {fromName} and {toName} must be within 90 days.")
            : (from, to);
    }
}
