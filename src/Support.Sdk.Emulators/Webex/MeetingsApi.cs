using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/meetings</c>: create, list, read, change, delete, end.</summary>
internal sealed partial class MeetingsApi(WebexEmulator webex)
{
    public void Map(Router routes) => routes
        .Map("POST", "/v1/meetings", Create)
        .Map("GET", "/v1/meetings", List)
        .Map("GET", "/v1/meetings/{meetingId}", Get)
        .Map("PATCH", "/v1/meetings/{meetingId}", Change)
        .Map("PUT", "/v1/meetings/{meetingId}", Change)
        .Map("DELETE", "/v1/meetings/{meetingId}", Delete)
        .Map("POST", "/v1/meetings/{meetingId}/end", End);

    private EmulatorResponse Get(EmulatorRequest request)
    {
        var caller = webex.Reader(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_read");
        var id = request.Route("meetingId");
        var series = webex.Readable(request, user, id);
        var view = webex.View(request, caller, user, listForm: false);
        return EmulatorResponse.Json(200, Render(request, series, id, view, request.Query("current") == "true"));
    }

    private JsonObject Render(EmulatorRequest request, MeetingSeries series, string id, MeetingView view, bool current)
    {
        if (series.Id == id)
        {
            return current && webex.Calendar.Current(series) is { } occurrence ? MeetingJson.Occurrence(occurrence, view) : MeetingJson.Series(series, view);
        }

        if (series.Occurrences.Find(occurrence => occurrence.Id == id) is { } scheduled)
        {
            return MeetingJson.Occurrence(scheduled, view);
        }

        var instance = series.Instances.Find(one => one.Id == id)!;
        return webex.Calendar.IsReadable(instance) ? MeetingJson.Instance(instance, view) : throw WebexErrors.NotFound(request, "The meeting does not exist.");
    }

    private EmulatorResponse Delete(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_write");
        var id = request.Route("meetingId");
        var series = webex.Managed(request, user, id);
        RefuseUnchangeable(request, series, id);
        if (series.Id == id)
        {
            webex.Hooks.Meeting("deleted", series, MeetingJson.Series(series, webex.View(request, caller, user, listForm: false)), caller.User);
            webex.Calendar.Series.Remove(series);
        }
        else
        {
            var occurrence = webex.Calendar.FindOccurrence(id)!;
            webex.Hooks.Meeting("deleted", series, MeetingJson.Occurrence(occurrence, webex.View(request, caller, user, listForm: false)), caller.User);
            series.Occurrences.Remove(occurrence);
        }

        return EmulatorResponse.Empty(204);
    }

    private EmulatorResponse End(EmulatorRequest request)
    {
        // The scope is not documented; the two that fit are taken.
        var caller = webex.Authenticate(request, "meeting:schedules_write", "meeting:controls_write", "meeting:admin_schedule_write");
        var series = webex.Managed(request, caller.User, request.Route("meetingId"));
        var id = request.Route("meetingId");
        if (series.Running is not { Lobby: false } running || (id != series.Id && id != running.Id && id != running.OccurrenceId))
        {
            throw WebexErrors.BadRequest(request, "The meeting is not in progress.");
        }

        webex.Meetings.EndCore(running, caller.User);
        return EmulatorResponse.Empty(204);
    }

    /// <summary>Instances, ad-hoc meetings and what is in progress can be neither changed nor deleted.</summary>
    private void RefuseUnchangeable(EmulatorRequest request, MeetingSeries series, string id)
    {
        if (webex.Calendar.FindInstance(id) is not null)
        {
            throw WebexErrors.BadRequest(request, "The operation does not apply to meeting instances.");
        }

        if (series.AdHoc)
        {
            throw WebexErrors.BadRequest(request, "Ad-hoc meetings cannot be updated or deleted.");
        }

        if (series.Running is { } running && (id == series.Id || id == running.OccurrenceId))
        {
            throw WebexErrors.BadRequest(request, "Meeting is in progress.");
        }
    }
}
