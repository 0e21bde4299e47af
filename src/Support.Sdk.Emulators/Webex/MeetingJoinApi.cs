using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>POST /v1/meetings/join</c>: the links that need no sign-in.</summary>
internal sealed class MeetingJoinApi(WebexEmulator webex)
{
    /// <summary>How long a link lives when the request does not say (assumed).</summary>
    private const int DefaultExpirationMinutes = 15;

    public void Map(Router routes) => routes.Map("POST", "/v1/meetings/join", Join);

    private EmulatorResponse Join(EmulatorRequest request)
    {
        var caller = webex.Reader(request);
        var body = new WebexBody(request);
        var user = webex.ActingFor(request, caller, body.Text("hostEmail"), "meeting:admin_schedule_read");
        var minutes = body.Number("expirationMinutes") ?? DefaultExpirationMinutes;
        if (minutes is < 1 or > 60)
        {
            throw WebexErrors.BadRequest(request, "expirationMinutes must be between 1 and 60.");
        }

        if (body.Has("displayName") && !body.Has("email"))
        {
            throw WebexErrors.BadRequest(request, "If displayName is specified, email must be specified as well.");
        }

        var email = body.Text("email") ?? user.Email;
        var name = body.Text("displayName") ?? (body.Has("email") ? email : user.DisplayName);
        var directly = body.Flag("joinDirectly") ?? true;
        var target = Find(request, body);
        if (target.Series is not { } series)
        {
            return Answer(Links(target.RoomLink!, null, minutes, email, name, target.Owner == user, request.At), directly);
        }

        var privileged = series.IsManagedBy(user) || series.IsInvited(user.Email);
        if (!privileged && body.Text("password") != series.Password)
        {
            throw WebexErrors.NotPermitted(request, "The meeting is protected by a password, which is missing or wrong.");
        }

        if (webex.Calendar.StateOf(series) == "expired")
        {
            throw WebexErrors.BadRequest(request, "The meeting has expired.");
        }

        if (series.ScheduledType == "webinar" && webex.Calendar.Current(series) is { } next && series.Running is null
            && request.At < next.Start.AddMinutes(-((int?)series.Settings["joinBeforeHostMinutes"] ?? 0)))
        {
            throw WebexErrors.BadRequest(request, "The links of a webinar can be generated only from joinBeforeHostMinutes on.");
        }

        var links = Links($"https://{series.SiteUrl}/wbxmjs/joinservice/sites/{series.SiteUrl.Split('.')[0]}/meeting/download/{series.Id}", series, minutes, email, name, series.IsManagedBy(user), request.At);
        Replace(links, "joinLink", body.Flag("createJoinLinkAsWebLink"), series.WebLink);
        Replace(links, "startLink", body.Flag("createStartLinkAsWebLink"), series.WebLink);
        if (body.Flag("createJoinLinkAsWebLink") == true && body.Flag("createStartLinkAsWebLink") == true)
        {
            links.Remove("expiration");
        }

        return Answer(links, directly);
    }

    private static EmulatorResponse Answer(JsonObject links, bool directly) =>
        directly ? EmulatorResponse.Redirect((string)links["joinLink"]!) : EmulatorResponse.Json(200, links);

    private static void Replace(JsonObject links, string name, bool? asWebLink, string webLink)
    {
        if (asWebLink == true && links.ContainsKey(name))
        {
            links[name] = webLink;
        }
    }

    private (MeetingSeries? Series, string? RoomLink, WebexUser? Owner) Find(EmulatorRequest request, WebexBody body)
    {
        string[] keys = ["meetingId", "meetingNumber", "webLink"];
        if (keys.Where(body.Has).ToList() is not [var key])
        {
            throw WebexErrors.BadRequest(request, "Exactly one of meetingId, meetingNumber and webLink must be specified.");
        }

        var value = body.RequiredText(key);
        if (key == "meetingId" && webex.Calendar.FindInstance(value) is not null)
        {
            throw WebexErrors.BadRequest(request, "meetingId does not apply to meeting instances.");
        }

        var series = key switch
        {
            "meetingId" => webex.Calendar.Owner(value),
            "meetingNumber" => webex.Calendar.Series.Find(one => one.Number == value),
            _ => webex.Calendar.Series.Find(one => one.WebLink == value),
        };
        if (series is not null)
        {
            return (series, null, null);
        }

        if (key == "webLink" && webex.Options.JoinAcceptsPersonalRoomLink && webex.Directory.Users.Find(user => user.PersonalRoomLink == value) is { } owner)
        {
            return (null, value, owner);
        }

        throw WebexErrors.NotFound(request, "The meeting does not exist.");
    }

    private JsonObject Links(string url, MeetingSeries? series, int minutes, string email, string name, bool mayStart, DateTimeOffset now)
    {
        var expiration = now.AddMinutes(minutes);
        var links = new JsonObject();
        if (mayStart)
        {
            links["startLink"] = Link(url, series, email, name, expiration, starts: true);
        }

        links["joinLink"] = Link(url, series, email, name, expiration, starts: false);
        links["expiration"] = expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return links;
    }

    private string Link(string url, MeetingSeries? series, string email, string name, DateTimeOffset expiration, bool starts)
    {
        var token = webex.Ids.Letters(40);
        if (series is not null)
        {
            webex.Meetings.Links[token] = new JoinLink(series, email, name, expiration, starts);
        }

        return $"{url}?integrationJoinToken={token}";
    }
}
