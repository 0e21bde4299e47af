using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

internal sealed partial class MeetingsApi
{
    private const int MaximumInvitees = 1000;

    private static readonly string[] NotInPersonalRooms = ["templateId", "roomId", "integrationTags", "enabledWebcastView", "enabledAutoRecordMeeting", "registration"];

    private EmulatorResponse Create(EmulatorRequest request)
    {
        var caller = webex.Writer(request);
        Count(request, caller);
        var body = new WebexBody(request);
        var host = webex.ActingFor(request, caller, body.Text("hostEmail"), "meeting:admin_schedule_write");
        var room = Room(request, body, caller);
        if (body.Flag("adhoc") == true)
        {
            return CreateAdHoc(request, caller, body, room ?? throw WebexErrors.BadRequest(request, "roomId is required when adhoc is true."));
        }

        // With a room, hostEmail is ignored.
        host = room is null ? host : caller.User;
        var site = Site(request, body, host);
        var type = ScheduledType(request, body, host);
        var (zone, zoneId) = Zone(request, body, TimeZoneInfo.Utc, "UTC");
        var title = body.RequiredText("title", 128);
        if (body.Has("templateId"))
        {
            throw WebexErrors.BadRequest(request, "templateId is not the id of a template.");
        }

        var (start, end) = Times(
            request,
            MeetingAccess.Time(request, "start", body.RequiredText("start"), zone),
            MeetingAccess.Time(request, "end", body.RequiredText("end"), zone));
        var recurrence = Recurrence(request, body);
        var series = NewSeries(
            webex, host, site, type, title, Password(request, body) ?? NewPassword(), zone, zoneId, room?.Id, adHoc: false, Registration(request, body, recurrence));
        series.Agenda = body.Text("agenda", 1300);
        (series.Start, series.End, series.Recurrence) = (start, end, recurrence);
        SetTags(request, body, series, caller);
        series.TrackingCodes = TrackingCodes(body);
        MeetingSettings.Apply(request, body, series.Settings, type);
        if (type == "webinar")
        {
            series.Settings["panelistPassword"] = body.Text("panelistPassword") ?? NewPassword();
            series.Settings["phoneAndVideoSystemPanelistPassword"] = webex.Ids.Digits(8);
        }

        Invite(request, body, series, room);
        series.Reschedule();
        webex.Calendar.Series.Add(series);
        return Created(request, caller, series);
    }

    private EmulatorResponse CreateAdHoc(EmulatorRequest request, WebexCaller caller, WebexBody body, WebexRoom room)
    {
        if (!room.Direct && caller.User.OrganizationId != room.Members[0].OrganizationId)
        {
            throw WebexErrors.NotPermitted(request, "Only members of the organization of the room can create an ad-hoc meeting for it.");
        }

        var view = webex.View(request, caller, caller.User, listForm: false);
        var present = webex.Calendar.Series.FindLast(one => one.AdHoc && one.RoomId == room.Id
            && (one.Running is not null || (one.Instances.Count == 0 && one.End > request.At)));
        if (present is not null)
        {
            return EmulatorResponse.Json(200, MeetingJson.Series(present, view));
        }

        var series = NewSeries(
            webex, caller.User, Site(request, body, caller.User), "meeting", body.Text("title", 128) ?? caller.User.DisplayName, NewPassword(), TimeZoneInfo.Utc, "UTC", room.Id, adHoc: true, null);
        (series.Start, series.End) = (Minute(request.At.AddMinutes(5)), Minute(request.At.AddMinutes(20)));
        foreach (var member in room.Members.Where(member => member != caller.User))
        {
            series.Invitees.Add(NewInvitee(series, member.Email, member.DisplayName, coHost: false, panelist: false));
        }

        series.Reschedule();
        webex.Calendar.Series.Add(series);
        return Created(request, caller, series);
    }

    private EmulatorResponse Created(EmulatorRequest request, WebexCaller caller, MeetingSeries series)
    {
        // The answer to a creation is in the meeting's own zone.
        var view = webex.View(request, caller, series.Host, listForm: false) with { Zone = series.Zone, ZoneId = series.ZoneId };
        var json = MeetingJson.Series(series, view);
        webex.Hooks.Meeting("created", series, json, caller.User);
        return EmulatorResponse.Json(200, json);
    }

    public static MeetingSeries NewSeries(
        WebexEmulator webex, WebexUser host, string site, string type, string title, string password, TimeZoneInfo zone, string zoneId, string? roomId, bool adHoc, JsonObject? registration)
    {
        var ids = webex.Ids;
        return new MeetingSeries
        {
            Id = ids.Hex(32),
            Number = ids.Digits(11),
            Host = host,
            SiteUrl = site,
            WebLink = $"https://{site}/{site.Split('.')[0]}/j.php?MTID=m{ids.Hex(32)}",
            HostKey = ids.Digits(6),
            PhonePassword = ids.Digits(8),
            ScheduledType = type,
            Title = title,
            Password = password,
            Zone = zone,
            ZoneId = zoneId,
            RoomId = roomId,
            AdHoc = adHoc,
            Registration = registration,
            Settings = MeetingSettings.Defaults(adHoc),
        };
    }

    /// <summary>The limit of creations in 24 hours; a refused request counts as well.</summary>
    private void Count(EmulatorRequest request, WebexCaller caller)
    {
        var calendar = webex.Calendar;
        if (!calendar.Creations.TryGetValue(caller.User.Id, out var times))
        {
            calendar.Creations[caller.User.Id] = times = [];
        }

        times.RemoveAll(time => time <= request.At.AddDays(-1));
        var limit = caller.User.Seed.IsAdministrator ? webex.Options.MeetingsPerDayByAdministrator : webex.Options.MeetingsPerDay;
        if (times.Count >= limit)
        {
            var wait = (long)Math.Ceiling((times[0].AddDays(1) - request.At).TotalSeconds);
            throw new RefusalException(WebexErrors.Response(request, 429).With("Retry-After", wait.ToString(CultureInfo.InvariantCulture)));
        }

        times.Add(request.At);
    }

    private WebexRoom? Room(EmulatorRequest request, WebexBody body, WebexCaller caller)
    {
        if (body.Text("roomId") is not { } roomId)
        {
            return null;
        }

        if (!caller.Has("spark:all"))
        {
            throw WebexErrors.NotPermitted(request, "The spark:all scope is required when roomId is specified.");
        }

        return webex.Rooms.GetValueOrDefault(roomId) is { } room && room.Members.Contains(caller.User)
            ? room
            : throw WebexErrors.NotFound(request, "The room does not exist.");
    }

    private static string Site(EmulatorRequest request, WebexBody body, WebexUser host)
    {
        var site = host.DefaultSite ?? throw WebexErrors.NotPermitted(request, "The user is not licensed to host meetings.");
        return body.Text("siteUrl") is not { } wanted ? site
            : host.SiteUrls.Contains(wanted) ? wanted
            : throw WebexErrors.BadRequest(request, "siteUrl is not a site of the host.");
    }

    private static string ScheduledType(EmulatorRequest request, WebexBody body, WebexUser host)
    {
        var type = body.Text("scheduledType") ?? "meeting";
        switch (type)
        {
            case "meeting":
                return type;
            case "webinar":
                return host.Seed.WebinarLicense ? type : throw WebexErrors.NotPermitted(request, "The host is not licensed for webinars.");
            case "personalRoomMeeting":
                if (host.PersonalRoomLink is null)
                {
                    throw WebexErrors.BadRequest(request, "The host has no personal meeting room.");
                }

                RefuseInPersonalRoom(request, body);
                return type;
            default:
                throw WebexErrors.BadRequest(request, "scheduledType must be meeting, webinar or personalRoomMeeting.");
        }
    }

    private static void RefuseInPersonalRoom(EmulatorRequest request, WebexBody body)
    {
        if (NotInPersonalRooms.FirstOrDefault(body.Has) is { } unsupported)
        {
            throw WebexErrors.BadRequest(request, $"{unsupported} is not supported for a personal room meeting.");
        }
    }

    private static JsonArray? TrackingCodes(WebexBody body)
    {
        foreach (var code in (body.Array("trackingCodes") ?? []).Select(body.Element))
        {
            code.RequiredText("name");
            code.RequiredText("value");
        }

        return body.Array("trackingCodes")?.DeepClone().AsArray();
    }

    private static JsonObject? Registration(EmulatorRequest request, WebexBody body, RecurrenceRule? recurrence)
    {
        var registration = body.Object("registration");
        if (registration is not null && recurrence is not null)
        {
            throw WebexErrors.BadRequest(request, "Registration is not supported for this meeting series.");
        }

        string[] always = ["requireFirstName", "requireLastName", "requireEmail"];
        var form = registration is null ? null : body.Element(registration);
        return always.FirstOrDefault(name => form?.Flag(name) == false) is { } wrong
            ? throw WebexErrors.BadRequest(request, $"registration.{wrong} must always be true.")
            : registration?.DeepClone().AsObject();
    }

    private static (TimeZoneInfo Zone, string Id) Zone(EmulatorRequest request, WebexBody body, TimeZoneInfo zone, string id) =>
        body.Text("timezone") is { } wanted ? (MeetingAccess.Zone(request, wanted), wanted) : (zone, id);

    private static (DateTimeOffset Start, DateTimeOffset End) Times(EmulatorRequest request, DateTimeOffset start, DateTimeOffset end)
    {
        // Seconds are stripped; a start within the present minute moves to the next one.
        start = Minute(start) == Minute(request.At) ? Minute(request.At).AddMinutes(1) : Minute(start);
        end = Minute(end);
        if (start < request.At)
        {
            throw WebexErrors.BadRequest(request, "start cannot be before current date and time.");
        }

        if (end <= start)
        {
            throw WebexErrors.BadRequest(request, "end cannot be before start.");
        }

        return end - start < TimeSpan.FromMinutes(10) || end - start > new TimeSpan(23, 59, 0)
            ? throw WebexErrors.BadRequest(request, "Duration between start and end cannot be shorter than 10 minutes or longer than 23 hours 59 minutes.")
            : (start, end);
    }

    private static DateTimeOffset Minute(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static RecurrenceRule? Recurrence(EmulatorRequest request, WebexBody body) => body.Text("recurrence") is not { } text
        ? null
        : RecurrenceRule.TryParse(text) ?? throw WebexErrors.BadRequest(request, "recurrence does not conform with RFC 2445.");

    private static string? Password(EmulatorRequest request, WebexBody body)
    {
        if (body.Text("password") is not { } password)
        {
            return null;
        }

        return password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower)
            ? password
            : throw WebexErrors.BadRequest(
                request, "Meeting password validation failed. A mix of uppercase and lowercase letters (A, a, B, b, C, c, etc.) is required.");
    }

    private string NewPassword() => $"aB{webex.Ids.Letters(8)}{webex.Ids.Digits(1)}";

    private static void SetTags(EmulatorRequest request, WebexBody body, MeetingSeries series, WebexCaller caller)
    {
        if (body.Array("integrationTags") is not { } tags)
        {
            return;
        }

        var texts = tags.Select(tag => tag is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw WebexErrors.BadRequest(request, "integrationTags must be strings.")).ToList();
        if (texts.Count > 3 || texts.Exists(tag => tag.Length > 64))
        {
            throw WebexErrors.BadRequest(request, "The maximum size of integrationTags is 3 and each item can be a maximum of 64 characters long.");
        }

        (series.IntegrationTags, series.TagsOwner) = (texts, caller.Integration.ClientId);
    }

    private void Invite(EmulatorRequest request, WebexBody body, MeetingSeries series, WebexRoom? room)
    {
        var invitees = body.Array("invitees");
        if (invitees is { Count: > MaximumInvitees })
        {
            throw WebexErrors.BadRequest(request, "The maximum size of invitees is 1000.");
        }

        foreach (var item in (invitees ?? []).Select(body.Element))
        {
            var email = InviteesApi.Email(request, item);
            if (!series.IsInvited(email))
            {
                series.Invitees.Add(NewInvitee(series, email, item.Text("displayName", 128), item.Flag("coHost") ?? false, item.Flag("panelist") ?? false));
            }
        }

        if (invitees is null && room is not null)
        {
            series.Invitees.AddRange(room.Members.Where(member => member != series.Host).Select(member => NewInvitee(series, member.Email, member.DisplayName, false, false)));
        }
    }

    private MeetingInvitee NewInvitee(MeetingSeries series, string email, string? displayName, bool coHost, bool panelist) =>
        InviteesApi.New(webex, series, series.Id, email, displayName, coHost, panelist);
}
