using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/meetingParticipants</c>: who is, or was, in a meeting. For its host and for administrators.</summary>
internal sealed class ParticipantsApi(WebexEmulator webex)
{
    public void Map(Router routes) => routes
        .Map("GET", "/v1/meetingParticipants", List)
        .Map("POST", "/v1/meetingParticipants/query", Query)
        .Map("GET", "/v1/meetingParticipants/{participantId}", Get);

    public static JsonObject Render(MeetingInstance instance, MeetingParticipant participant)
    {
        var json = new JsonObject
        {
            ["id"] = participant.Id,
            ["host"] = participant.Host,
            ["coHost"] = participant.CoHost,
            ["spaceModerator"] = false,
            ["email"] = participant.Email,
            ["displayName"] = participant.DisplayName,
            ["invitee"] = participant.Invitee,
            ["muted"] = false,
            ["meetingStartTime"] = Time(instance.StartedAt),
            ["video"] = "off",
            ["state"] = participant.State,
            ["joinedTime"] = Time(participant.JoinedAt),
            // The vendor's way to say "not yet".
            ["leftTime"] = participant.LeftAt is { } left ? Time(left) : "1970-01-01T00:00:00.000Z",
            ["siteUrl"] = instance.Series.SiteUrl,
            ["meetingId"] = instance.Id,
            ["hostEmail"] = instance.Series.Host.Email,
        };
        if (instance.EndedAt is null && participant.User is { } user)
        {
            json["orgId"] = user.OrganizationId;
        }

        json["devices"] = new JsonArray(Device(instance, participant));
        return json;
    }

    private EmulatorResponse List(EmulatorRequest request)
    {
        var caller = webex.Authenticate(request, "meeting:participants_read", "meeting:admin_participants_read");
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_participants_read");
        var id = request.Query("meetingId") is { Length: > 0 } given ? given : throw WebexErrors.BadRequest(request, "meetingId is required.");
        var instance = Instance(request, user, id);
        var (from, to) = TimeRange.Read(request, "joinTimeFrom", "joinTimeTo", request.Query);
        // There are no breakout sessions in here.
        var shown = request.Query("breakoutSessionId") is { Length: > 0 } ? [] : Joined(instance, instance.Everyone, from, to);
        return WebexPaging.Page(request, shown, participant => Render(instance, participant), 10, 100, webex.Options.InsertEmptyPages);
    }

    private EmulatorResponse Query(EmulatorRequest request)
    {
        var caller = webex.Authenticate(request, "meeting:participants_read", "meeting:admin_participants_read");
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_participants_read");
        var id = request.Query("meetingId") is { Length: > 0 } given ? given : throw WebexErrors.BadRequest(request, "meetingId is required.");
        var instance = Instance(request, user, id);
        var body = new WebexBody(request);
        var emails = RegistrantsApi.EmailsOf(request, body);
        var (from, to) = TimeRange.Read(request, "joinTimeFrom", "joinTimeTo", name => body.Text(name));
        IReadOnlyList<MeetingParticipant> found =
        [
            .. instance.Participants.Where(participant => emails.Contains(participant.Email, StringComparer.OrdinalIgnoreCase)),
            .. instance.Crowd is { } crowd ? emails.SelectMany(crowd.AttendeesOf).Distinct().Order().Select(crowd.Attendee) : [],
        ];
        // The reference has no max here, and so no page but the first.
        return EmulatorResponse.Json(200, new JsonObject { ["items"] = new JsonArray([.. Joined(instance, found, from, to).Select(participant => Render(instance, participant))]) });
    }

    /// <summary>Who joined within a range; a crowd is in the order of joining, so that its hundred thousands need not be looked at one by one.</summary>
    private static IReadOnlyList<MeetingParticipant> Joined(MeetingInstance instance, IReadOnlyList<MeetingParticipant> all, DateTimeOffset? from, DateTimeOffset? to) =>
        from is null && to is null ? all
        : instance.Crowd is not null ? VirtualList<MeetingParticipant>.Between(all, static participant => participant.JoinedAt, from, to)
        : [.. all.Where(participant => (from is null || participant.JoinedAt >= from) && (to is null || participant.JoinedAt < to))];

    private EmulatorResponse Get(EmulatorRequest request)
    {
        var caller = webex.Authenticate(request, "meeting:participants_read", "meeting:admin_participants_read");
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_participants_read");
        var id = request.Route("participantId");
        foreach (var instance in webex.Calendar.Series.Where(series => series.Host == user).SelectMany(series => series.Instances))
        {
            if ((instance.Participants.Find(participant => participant.Id == id) ?? instance.Crowd?.FindAttendee(id)) is { } found)
            {
                return EmulatorResponse.Json(200, Render(instance, found));
            }
        }

        throw WebexErrors.NotFound(request, "The participant does not exist.");
    }

    private MeetingInstance Instance(EmulatorRequest request, WebexUser user, string id)
    {
        var series = webex.Calendar.Owner(id) ?? throw WebexErrors.NotFound(request, "The meeting does not exist.");
        if (series.Host != user)
        {
            throw WebexErrors.NotPermitted(request, "Only the meeting host can list the participants.");
        }

        if (series.IsPersonalRoom && webex.Calendar.FindInstance(id) is null)
        {
            throw WebexErrors.BadRequest(request, "The meeting ID of a scheduled personal room meeting is not supported.");
        }

        var (from, to) = Range(request);
        var candidates = series.Instances.Where(instance => id == series.Id
            ? (from is null || instance.StartedAt > from) && (to is null || instance.StartedAt < to)
            : instance.Id == id || instance.OccurrenceId == id);
        return candidates.LastOrDefault() ?? throw WebexErrors.NotFound(request, "The meeting has not been held.");
    }

    /// <summary>When the instance began, bounds excluded; one bound means a month from it, to the present at most. Without either there is no limit: the reference contradicts itself about it.</summary>
    private static (DateTimeOffset? From, DateTimeOffset? To) Range(EmulatorRequest request) => (Bound(request, "meetingStartTimeFrom"), Bound(request, "meetingStartTimeTo")) switch
    {
        ({ } from, null) => (from, from.AddMonths(1) < request.At ? from.AddMonths(1) : request.At),
        (null, { } to) => (to.AddMonths(-1), to),
        var both => both,
    };

    private static DateTimeOffset? Bound(EmulatorRequest request, string name) =>
        request.Query(name) is { Length: > 0 } text ? MeetingAccess.Time(request, name, text, TimeZoneInfo.Utc) : null;

    private static JsonObject Device(MeetingInstance instance, MeetingParticipant participant)
    {
        var device = new JsonObject { ["correlationId"] = participant.Id[^36..], ["deviceType"] = "webex_meeting_center_windows", ["audioType"] = "voip", ["joinedTime"] = Time(participant.JoinedAt) };
        if (instance.EndedAt is not null && participant.LeftAt is { } left)
        {
            device["leftTime"] = Time(left);
            device["durationSecond"] = (long)(left - participant.JoinedAt).TotalSeconds;
        }

        return device;
    }

    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
