using System.Globalization;

namespace Support.Sdk.Emulators.Webex;

/// <summary>For whom, in which zone and in which form a meeting is shown.</summary>
/// <param name="Calendar">Knows the states.</param>
/// <param name="User">Whoever the call is made for; the host sees the host key.</param>
/// <param name="ClientId">The client, which sees its own tags only.</param>
/// <param name="Zone">The zone of the times.</param>
/// <param name="ZoneId">Its IANA name as shown.</param>
/// <param name="ListForm">The form of lists and changes (<c>MeetingObjectForListMeeting</c>) instead of that of one meeting.</param>
internal sealed record MeetingView(MeetingCalendar Calendar, WebexUser User, string ClientId, TimeZoneInfo Zone, string ZoneId, bool ListForm)
{
    public string Time(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return local.Offset == TimeSpan.Zero
            ? local.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
