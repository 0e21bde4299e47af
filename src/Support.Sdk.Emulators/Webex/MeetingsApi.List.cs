using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

internal sealed partial class MeetingsApi
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    private static readonly string[] States = ["active", "scheduled", "ready", "lobby", "inProgress", "ended", "missed", "expired"];

    private static readonly string[] InstanceFilters = ["hasChat", "hasRecording", "hasTranscription", "hasSummary", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido"];

    private EmulatorResponse List(EmulatorRequest request)
    {
        var caller = webex.Reader(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_read");
        var view = webex.View(request, caller, user, listForm: true);
        var mine = webex.Calendar.Series.Where(series => series.IsManagedBy(user) || series.IsInvited(user.Email)).Where(series => Fits(request, caller, series));
        string[] keys = ["meetingNumber", "webLink", "roomId"];
        var given = keys.Where(key => !string.IsNullOrEmpty(request.Query(key))).ToList();
        if (given.Count > 1)
        {
            throw WebexErrors.BadRequest(request, "meetingNumber, webLink and roomId are mutually exclusive.");
        }

        if (given is [var key])
        {
            return ByKey(request, mine, key, view);
        }

        var (type, state) = (request.Query("meetingType"), request.Query("state"));
        if (type is not (null or "meetingSeries" or "scheduledMeeting" or "meeting") || (state is not null && !States.Contains(state)))
        {
            throw WebexErrors.BadRequest(request, "meetingType or state is not one of the documented values.");
        }

        if (InstanceFilters.Any(filter => request.Query(filter) is not null) && (type != "meeting" || state != "ended"))
        {
            throw WebexErrors.BadRequest(request, "The has… filters only apply to ended meeting instances.");
        }

        var entries = request.Query("meetingSeriesId") is { Length: > 0 } seriesId
            ? OfSeries(request, mine, seriesId, type)
            : Entries(mine, type ?? "meetingSeries", Window(request, type ?? "meetingSeries"), request.Query("scheduledType"));
        if (InstanceFilters.Any(filter => request.Query(filter) == "true"))
        {
            entries = []; // Nothing in here is ever recorded, polled or transcribed.
        }

        var shown = entries.Where(entry => state is null || entry.State == state)
            .Where(entry => request.Query("isModified") is not { } modified || (entry.Modified is { } flag && flag == (modified == "true")))
            .OrderBy(entry => entry.Start).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        return WebexPaging.Page(request, shown, entry => entry.Render(view), 10, 100, webex.Options.InsertEmptyPages);
    }

    private static bool Fits(EmulatorRequest request, WebexCaller caller, MeetingSeries series) =>
        (request.Query("siteUrl") is not { Length: > 0 } site || series.SiteUrl == site)
        && (request.Query("scheduledType") is not { Length: > 0 } type || series.ScheduledType == type)
        && (request.Query("integrationTag") is not { Length: > 0 } tag || (series.TagsOwner == caller.Integration.ClientId && series.IntegrationTags.Contains(tag)));

    private EmulatorResponse ByKey(EmulatorRequest request, IEnumerable<MeetingSeries> mine, string key, MeetingView view)
    {
        var value = request.Query(key);
        var found = mine.Where(series => !series.AdHoc && value == key switch
        {
            "meetingNumber" => series.Number,
            "webLink" => series.WebLink,
            _ => series.RoomId,
        });
        // current defaults to true: the occurrence that is ready or comes next.
        var whole = request.Query("current") == "false";
        var items = found.Select(series => whole || webex.Calendar.Current(series) is not { } current ? MeetingJson.Series(series, view) : MeetingJson.Occurrence(current, view));
        return EmulatorResponse.Json(200, new JsonObject { ["items"] = new JsonArray([.. items]) });
    }

    private IEnumerable<Entry> OfSeries(EmulatorRequest request, IEnumerable<MeetingSeries> mine, string seriesId, string? type)
    {
        var series = mine.FirstOrDefault(one => one.Id == seriesId && !one.IsPersonalRoom) ?? throw WebexErrors.NotFound(request, "The meeting series does not exist.");
        // Without a type and times, everything of the series; whether the service then still cuts at seven days is not documented.
        var window = type is null && request.Query("from") is null && request.Query("to") is null
            ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            : Window(request, type ?? "scheduledMeeting");
        IEnumerable<MeetingSeries> only = [series];
        return type is null ? Entries(only, "scheduledMeeting", window, null).Concat(Entries(only, "meeting", window, null)) : Entries(only, type, window, null);
    }

    private IEnumerable<Entry> Entries(IEnumerable<MeetingSeries> mine, string type, (DateTimeOffset From, DateTimeOffset To) window, string? scheduledType)
    {
        var calendar = webex.Calendar;
        bool Overlaps(MeetingOccurrence occurrence) => occurrence.Start < window.To && occurrence.End > window.From;
        switch (type)
        {
            case "meeting":
                return mine.SelectMany(series => series.Instances)
                    .Where(instance => calendar.IsReadable(instance) && instance.StartedAt >= window.From && instance.StartedAt < window.To)
                    .Select(instance => new Entry(instance.Id, instance.StartedAt, instance.State, null, view => MeetingJson.Instance(instance, view)));
            case "scheduledMeeting":
                // Scheduled personal room meetings show up only when asked for by name.
                return mine.Where(series => !series.AdHoc && (!series.IsPersonalRoom || scheduledType == "personalRoomMeeting"))
                    .SelectMany(series => series.Occurrences).Where(Overlaps)
                    .Select(occurrence => new Entry(
                        occurrence.Id, occurrence.Start, calendar.StateOf(occurrence), occurrence.Modified, view => MeetingJson.Occurrence(occurrence, view)));
            default:
                return mine.Where(series => !series.AdHoc && !series.IsPersonalRoom && series.Occurrences.Exists(Overlaps))
                    .Select(series => new Entry(series.Id, series.Start, calendar.StateOf(series), null, view => MeetingJson.Series(series, view)));
        }
    }

    private static (DateTimeOffset From, DateTimeOffset To) Window(EmulatorRequest request, string type)
    {
        DateTimeOffset? from = request.Query("from") is { Length: > 0 } first ? MeetingAccess.Time(request, "from", first, TimeZoneInfo.Utc) : null;
        DateTimeOffset? to = request.Query("to") is { Length: > 0 } last ? MeetingAccess.Time(request, "to", last, TimeZoneInfo.Utc) : null;
        var window = (from, to, type) switch
        {
            ({ } f, { } t, _) => (f, t),
            ({ } f, null, _) => (f, f + DefaultWindow),
            (null, { } t, _) => (t - DefaultWindow, t),
            (null, null, "meeting") => (request.At - DefaultWindow, request.At),
            _ => (request.At, request.At + DefaultWindow),
        };
        return window.Item1 > window.Item2 ? throw WebexErrors.BadRequest(request, "from cannot be after to.") : window;
    }

    /// <summary>A line of the list, rendered only if its page is asked for.</summary>
    private sealed record Entry(string Id, DateTimeOffset Start, string State, bool? Modified, Func<MeetingView, JsonObject> Render);
}
