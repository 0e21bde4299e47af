using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

internal sealed partial class MeetingsApi
{
    /// <summary>PATCH and PUT. Both take a plain partial object; null clears <c>agenda</c>, <c>recurrence</c> and <c>trackingCodes</c>.</summary>
    private EmulatorResponse Change(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var body = new WebexBody(request, allowPatchType: request.Method == "PATCH");
        var user = webex.ActingFor(request, caller, body.Text("hostEmail"), "meeting:admin_schedule_write");
        var id = request.Route("meetingId");
        var series = webex.Managed(request, user, id);
        RefuseUnchangeable(request, series, id);
        var view = webex.View(request, caller, user, listForm: true);
        if (series.Id == id)
        {
            ChangeSeries(request, body, series, caller);
            var json = MeetingJson.Series(series, view with { Zone = series.Zone, ZoneId = series.ZoneId });
            webex.Hooks.Meeting("updated", series, json, caller.User);
            return EmulatorResponse.Json(200, json);
        }

        var occurrence = webex.Calendar.FindOccurrence(id)!;
        ChangeOccurrence(request, body, occurrence);
        var changed = MeetingJson.Occurrence(occurrence, view with { Zone = series.Zone, ZoneId = series.ZoneId });
        webex.Hooks.Meeting("updated", series, changed, caller.User);
        return EmulatorResponse.Json(200, changed);
    }

    private static void ChangeSeries(EmulatorRequest request, WebexBody body, MeetingSeries series, WebexCaller caller)
    {
        // Everything is checked before anything is set.
        if (series.IsPersonalRoom)
        {
            RefuseInPersonalRoom(request, body);
        }

        var title = body.Has("title") ? body.RequiredText("title", 128) : series.Title;
        var agenda = body.Has("agenda") ? body.Text("agenda", 1300) : series.Agenda;
        var password = Password(request, body) ?? series.Password;
        var (zone, zoneId) = Zone(request, body, series.Zone, series.ZoneId);
        var (start, end) = (series.Start, series.End);
        var moved = body.Has("start") || body.Has("end");
        if (moved)
        {
            (start, end) = Times(
                request,
                body.Text("start") is { } from ? MeetingAccess.Time(request, "start", from, zone) : start,
                body.Text("end") is { } to ? MeetingAccess.Time(request, "end", to, zone) : end);
        }

        var recurrence = body.Has("recurrence") ? Recurrence(request, body) : series.Recurrence;
        var codes = body.Has("trackingCodes") ? TrackingCodes(body) : series.TrackingCodes;
        var settings = series.Settings.DeepClone().AsObject();
        MeetingSettings.Apply(request, body, settings, series.ScheduledType);
        SetTags(request, body, series, caller);

        (series.Title, series.Agenda, series.Password, series.Zone, series.ZoneId, series.TrackingCodes) = (title, agenda, password, zone, zoneId, codes);
        (series.Start, series.End, series.Recurrence) = (start, end, recurrence);
        foreach (var (name, value) in settings)
        {
            series.Settings[name] = value?.DeepClone();
        }

        if (moved || body.Has("recurrence"))
        {
            series.Reschedule();
        }
    }

    private static void ChangeOccurrence(EmulatorRequest request, WebexBody body, MeetingOccurrence occurrence)
    {
        var series = occurrence.Series;
        var title = body.Has("title") ? body.RequiredText("title", 128) : occurrence.Title;
        var agenda = body.Has("agenda") ? body.Text("agenda", 1300) : occurrence.Agenda;
        var password = Password(request, body) ?? occurrence.Password;
        var (start, end) = (occurrence.Start, occurrence.End);
        if (body.Has("start") || body.Has("end"))
        {
            var (zone, _) = Zone(request, body, series.Zone, series.ZoneId);
            (start, end) = Times(
                request,
                body.Text("start") is { } from ? MeetingAccess.Time(request, "start", from, zone) : start,
                body.Text("end") is { } to ? MeetingAccess.Time(request, "end", to, zone) : end);
            var index = series.Occurrences.IndexOf(occurrence);
            if ((index > 0 && start < series.Occurrences[index - 1].End) || (index + 1 < series.Occurrences.Count && end > series.Occurrences[index + 1].Start))
            {
                throw WebexErrors.BadRequest(request, "meeting.err.two_meeting_schedule_at_same_day");
            }
        }

        (occurrence.Title, occurrence.Agenda, occurrence.Password, occurrence.Start, occurrence.End, occurrence.Modified) = (title, agenda, password, start, end, true);
    }
}
