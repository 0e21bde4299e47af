using System.Globalization;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Who may see or change which meeting, and how times are read. Shared by the APIs around meetings.</summary>
internal static class MeetingAccess
{
    public static WebexCaller Reader(this WebexEmulator webex, EmulatorRequest request) => webex.Authenticate(request, "meeting:schedules_read", "meeting:admin_schedule_read");

    public static WebexCaller Writer(this WebexEmulator webex, EmulatorRequest request) => webex.Authenticate(request, "meeting:schedules_write", "meeting:admin_schedule_write");

    /// <summary>The user a call is made for: the caller, or with an administrator's scope the one of <c>hostEmail</c>.</summary>
    public static WebexUser ActingFor(this WebexEmulator webex, EmulatorRequest request, WebexCaller caller, string? hostEmail, string adminScope)
    {
        if (string.IsNullOrEmpty(hostEmail) || string.Equals(hostEmail, caller.User.Email, StringComparison.OrdinalIgnoreCase))
        {
            return caller.User;
        }

        return webex.Directory.FindByEmail(hostEmail) is { } host && caller.Administers(host, adminScope)
            ? host
            : throw WebexErrors.NotPermitted(request, "Not permitted to act for the user of hostEmail.");
    }

    /// <summary>The series of an id, if the user is its host or invited, or knows its password.</summary>
    public static MeetingSeries Readable(this WebexEmulator webex, EmulatorRequest request, WebexUser user, string meetingId)
    {
        var series = webex.Calendar.Owner(meetingId);
        if (series is null)
        {
            throw WebexErrors.NotFound(request, "The meeting does not exist.");
        }

        if (series.IsManagedBy(user) || series.IsInvited(user.Email) || request.Header("password") == series.Password)
        {
            return series;
        }

        throw request.Header("password") is null
            ? WebexErrors.NotFound(request, "The meeting does not exist.")
            : WebexErrors.NotPermitted(request, "The meeting password is wrong.");
    }

    /// <summary>The series of an id, if the user is its host or a cohost.</summary>
    public static MeetingSeries Managed(this WebexEmulator webex, EmulatorRequest request, WebexUser user, string meetingId)
    {
        var series = webex.Readable(request, user, meetingId);
        return series.IsManagedBy(user) ? series : throw WebexErrors.NotPermitted(request, "Only the host or a cohost may do this.");
    }

    /// <summary>The view of the caller, in the zone of the <c>timezone</c> header or else in UTC.</summary>
    public static MeetingView View(this WebexEmulator webex, EmulatorRequest request, WebexCaller caller, WebexUser user, bool listForm)
    {
        var id = request.Header("timezone") is { Length: > 0 } header ? header : "UTC";
        return new MeetingView(webex.Calendar, user, caller.Integration.ClientId, Zone(request, id), id, listForm);
    }

    public static TimeZoneInfo Zone(EmulatorRequest request, string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && id == zone.Id
            ? zone
            : throw WebexErrors.BadRequest(request, $"timezone '{id}' is not a name of the IANA time zone database.");

    /// <summary>An ISO 8601 time; without an offset it is meant in <paramref name="zone"/>.</summary>
    public static DateTimeOffset Time(EmulatorRequest request, string name, string text, TimeZoneInfo zone)
    {
        // Whatever the culture reads beside ISO 8601 (01/02/2026, "tomorrow") is no time to the service.
        if (text.Length < 10 || text[4] != '-' || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
        {
            throw WebexErrors.BadRequest(request, $"{name} is not an ISO 8601 date and time.");
        }

        return parsed.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(parsed, zone.GetUtcOffset(parsed)).ToUniversalTime()
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
    }
}
