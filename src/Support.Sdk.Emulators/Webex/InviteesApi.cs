using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/meetingInvitees</c>: one by one and in bulk. Invitees of an occurrence are those of its series here.</summary>
internal sealed class InviteesApi(WebexEmulator webex)
{
    private const int MaximumBulk = 100;

    public void Map(Router routes) => routes
        .Map("GET", "/v1/meetingInvitees", List)
        .Map("POST", "/v1/meetingInvitees", Create)
        .Map("POST", "/v1/meetingInvitees/bulkInsert", BulkInsert)
        .Map("GET", "/v1/meetingInvitees/{meetingInviteeId}", Get)
        .Map("PUT", "/v1/meetingInvitees/{meetingInviteeId}", Update)
        .Map("DELETE", "/v1/meetingInvitees/{meetingInviteeId}", Delete);

    public static string Email(EmulatorRequest request, WebexBody body)
    {
        var email = body.RequiredText("email");
        return email.Split('@') is [{ Length: > 0 }, { Length: > 0 } host] && host.Contains('.', StringComparison.Ordinal)
            ? email
            : throw WebexErrors.BadRequest(request, "email is not a valid address.");
    }

    /// <summary>An invitee; a known account's own name wins over the given one.</summary>
    public static MeetingInvitee New(WebexEmulator webex, MeetingSeries series, string meetingId, string email, string? displayName, bool coHost, bool panelist) => new()
    {
        Id = $"{series.Id}_{webex.Ids.Digits(7)}",
        MeetingId = meetingId,
        Email = email,
        DisplayName = webex.Directory.FindByEmail(email)?.DisplayName ?? displayName ?? email,
        CoHost = coHost,
        Panelist = panelist,
    };

    private EmulatorResponse List(EmulatorRequest request)
    {
        var caller = webex.Reader(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_read");
        var id = request.Query("meetingId") is { Length: > 0 } given ? given : throw WebexErrors.BadRequest(request, "meetingId is required.");
        var series = Supported(request, webex.Readable(request, user, id));
        bool? panelists = series.ScheduledType == "webinar" ? request.Query("panelist") switch { "true" => true, "false" => false, _ => null } : null;
        IReadOnlyList<MeetingInvitee> shown = panelists is { } wanted ? series.Invitees.FindAll(invitee => invitee.Panelist == wanted) : series.Invitees;
        if (series.Crowd is { } crowd)
        {
            var (first, end) = (panelists == false ? crowd.PanelistCount : 0, panelists == true ? crowd.PanelistCount : crowd.InviteeCount);
            shown = VirtualList<MeetingInvitee>.Concat(shown, end - first, index => crowd.Invitee(first + index));
        }

        return WebexPaging.Page(request, shown, Render, 10, 100, webex.Options.InsertEmptyPages);
    }

    private EmulatorResponse Create(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var body = new WebexBody(request);
        var series = Changeable(request, caller, body);
        var email = Email(request, body);
        if (IsTaken(series, email))
        {
            const string Conflict = "User is already a meeting invitee.";
            return WebexErrors.Response(request, 409, Conflict, Conflict);
        }

        var invitee = FromBody(series, body, email, body.RequiredText("meetingId"));
        series.Invitees.Add(invitee);
        return EmulatorResponse.Json(200, Render(invitee));
    }

    private EmulatorResponse BulkInsert(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var body = new WebexBody(request);
        var series = Changeable(request, caller, body);
        var items = (body.Array("items") ?? throw WebexErrors.BadRequest(request, "items is required.")).Select(body.Element).ToList();
        if (items.Count is 0 or > MaximumBulk)
        {
            throw WebexErrors.BadRequest(request, "The size of items must be between 1 and 100.");
        }

        var emails = items.ConvertAll(item => Email(request, item));
        if (emails.Distinct(StringComparer.OrdinalIgnoreCase).Count() != emails.Count)
        {
            throw WebexErrors.BadRequest(request, "Each invitee should have a unique email.");
        }

        if (emails.Exists(email => IsTaken(series, email)))
        {
            return WebexErrors.Response(request, 409, "Some users in the list have been invited."); // The vendor gives no errors here.
        }

        var invitees = items.Zip(emails, (item, email) => FromBody(series, item, email, body.RequiredText("meetingId"))).ToList();
        series.Invitees.AddRange(invitees);
        return EmulatorResponse.Json(200, new JsonObject { ["items"] = new JsonArray([.. invitees.Select(Render)]) });
    }

    private EmulatorResponse Get(EmulatorRequest request)
    {
        var caller = webex.Reader(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_read");
        var (series, invitee) = Find(request, toChange: false);
        webex.Readable(request, user, series.Id);
        return EmulatorResponse.Json(200, Render(invitee));
    }

    private EmulatorResponse Update(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var body = new WebexBody(request);
        var user = webex.ActingFor(request, caller, body.Text("hostEmail"), "meeting:admin_schedule_write");
        var (series, invitee) = Find(request, toChange: true);
        webex.Managed(request, user, series.Id);
        var email = Email(request, body);
        var (name, coHost, panelist) = (body.Text("displayName", 128), body.Flag("coHost"), body.Flag("panelist"));
        (invitee.Email, invitee.DisplayName) = (email, webex.Directory.FindByEmail(email)?.DisplayName ?? name ?? invitee.DisplayName);
        (invitee.CoHost, invitee.Panelist) = (coHost ?? invitee.CoHost, panelist ?? invitee.Panelist);
        return EmulatorResponse.Json(200, Render(invitee));
    }

    private EmulatorResponse Delete(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_write");
        var (series, invitee) = Find(request, toChange: true);
        webex.Managed(request, user, series.Id).Invitees.Remove(invitee);
        return EmulatorResponse.Empty(204);
    }

    private MeetingSeries Changeable(EmulatorRequest request, WebexCaller caller, WebexBody body)
    {
        var user = webex.ActingFor(request, caller, body.Text("hostEmail"), "meeting:admin_schedule_write");
        var id = body.RequiredText("meetingId");
        if (webex.Calendar.FindInstance(id) is not null)
        {
            throw WebexErrors.BadRequest(request, "meetingId only applies to meeting series and scheduled meetings.");
        }

        return Supported(request, webex.Managed(request, user, id));
    }

    private static MeetingSeries Supported(EmulatorRequest request, MeetingSeries series) =>
        series.IsPersonalRoom ? throw WebexErrors.BadRequest(request, "Scheduled personal room meetings are not supported.") : series;

    private static bool IsTaken(MeetingSeries series, string email) =>
        series.IsInvited(email) || series.Crowd?.Invites(email) == true || string.Equals(series.Host.Email, email, StringComparison.OrdinalIgnoreCase);

    private MeetingInvitee FromBody(MeetingSeries series, WebexBody body, string email, string meetingId) =>
        New(webex, series, meetingId, email, body.Text("displayName", 128), body.Flag("coHost") ?? false, body.Flag("panelist") ?? false);

    private (MeetingSeries Series, MeetingInvitee Invitee) Find(EmulatorRequest request, bool toChange)
    {
        var id = request.Route("meetingInviteeId");
        foreach (var series in webex.Calendar.Series)
        {
            if (series.Invitees.Find(invitee => invitee.Id == id) is { } found)
            {
                return (series, found);
            }

            if (series.Crowd?.FindInvitee(id) is { } generated)
            {
                return toChange ? throw WebexErrors.NotPermitted(request, "Generated invitees of the emulator cannot be changed.") : (series, generated);
            }
        }

        throw WebexErrors.NotFound(request, "The meeting invitee does not exist.");
    }

    private static JsonObject Render(MeetingInvitee invitee) => new()
    {
        ["id"] = invitee.Id,
        ["email"] = invitee.Email,
        ["displayName"] = invitee.DisplayName,
        ["coHost"] = invitee.CoHost,
        ["panelist"] = invitee.Panelist,
        ["meetingId"] = invitee.MeetingId,
    };
}
