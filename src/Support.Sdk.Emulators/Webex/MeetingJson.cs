using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The meeting object: one shape, other properties present by kind and state (the vendor's "available attributes").</summary>
internal static class MeetingJson
{
    public static JsonObject Series(MeetingSeries series, MeetingView view)
    {
        var state = view.Calendar.StateOf(series);
        var json = new JsonObject { ["id"] = series.Id };
        Scheduled(json, series, view, "meetingSeries", state, series.Title, series.Agenda, series.Password, series.Start, series.End);
        if (series.Recurrence is { } rule)
        {
            json["recurrence"] = rule.Text;
        }

        if (series.Registration is { } registration && state != "expired")
        {
            json["registration"] = Registration(registration, view);
            if (!view.ListForm)
            {
                json["registerLink"] = $"https://{series.SiteUrl}/weblink/register/r{series.Id}";
            }
        }

        Joined(json, series.Running, state == "inProgress");
        return json;
    }

    public static JsonObject Occurrence(MeetingOccurrence occurrence, MeetingView view)
    {
        var series = occurrence.Series;
        var state = view.Calendar.StateOf(occurrence);
        var json = new JsonObject { ["id"] = occurrence.Id, ["meetingSeriesId"] = series.Id };
        Scheduled(
            json, series, view, "scheduledMeeting", state, occurrence.Title ?? series.Title, occurrence.Agenda ?? series.Agenda,
            occurrence.Password ?? series.Password, occurrence.Start, occurrence.End);
        json["isModified"] = occurrence.Modified;
        if (series.Registration is { } registration && state == "ready")
        {
            json["registration"] = Registration(registration, view);
        }

        Joined(json, series.Running is { } running && running.OccurrenceId == occurrence.Id ? running : null, state == "ready");
        return json;
    }

    public static JsonObject Instance(MeetingInstance instance, MeetingView view)
    {
        var series = instance.Series;
        var json = new JsonObject { ["id"] = instance.Id, ["meetingSeriesId"] = series.Id };
        if (instance.OccurrenceId is { } occurrenceId)
        {
            json["scheduledMeetingId"] = occurrenceId;
        }

        var (title, agenda) = (instance.Occurrence?.Title ?? series.Title, instance.Occurrence?.Agenda ?? series.Agenda);
        if (instance.State == "inProgress")
        {
            Scheduled(json, series, view, "meeting", instance.State, title, agenda, instance.Occurrence?.Password ?? series.Password, instance.StartedAt, null);
            Joined(json, instance, true);
            return json;
        }

        if (instance.State == "lobby")
        {
            json["meetingNumber"] = series.Number;
        }

        Core(json, series, view, "meeting", instance.State, title, agenda, instance.StartedAt, instance.EndedAt);
        if (instance.State == "ended")
        {
            foreach (var name in (ReadOnlySpan<string>)["hasChat", "hasRecording", "hasTranscription", "hasClosedCaption", "hasPolls", "hasQA", "hasSlido", "hasSummary"])
            {
                json[name] = false;
            }
        }

        return json;
    }

    public static JsonObject Telephony(string id, string root) => new()
    {
        ["accessCode"] = "1234567890",
        ["callInNumbers"] = new JsonArray(new JsonObject { ["label"] = "US Toll", ["callInNumber"] = "123456789", ["tollType"] = "toll" }),
        ["links"] = new JsonArray(new JsonObject { ["rel"] = "globalCallinNumbers", ["href"] = $"{root}/meetings/{id}/globalCallinNumbers", ["method"] = "GET" }),
    };

    /// <summary>What is left for the lobby and for ended instances.</summary>
    private static void Core(
        JsonObject json, MeetingSeries series, MeetingView view, string type, string state, string title, string? agenda, DateTimeOffset start, DateTimeOffset? end)
    {
        json["title"] = title;
        if (agenda is not null)
        {
            json["agenda"] = agenda;
        }

        json["meetingType"] = type;
        json["state"] = state;
        json["timezone"] = view.ZoneId;
        json["start"] = view.Time(start);
        if (end is { } until)
        {
            json["end"] = view.Time(until);
        }

        json["hostUserId"] = series.Host.Id;
        json["hostDisplayName"] = series.Host.DisplayName;
        json["hostEmail"] = series.Host.Email;
        json["siteUrl"] = series.SiteUrl;
        json["webLink"] = series.WebLink;
        json["scheduledType"] = series.ScheduledType;
        if (series.IntegrationTags.Count > 0 && series.TagsOwner == view.ClientId)
        {
            json["integrationTags"] = new JsonArray([.. series.IntegrationTags.Select(tag => JsonValue.Create(tag))]);
        }
    }

    private static void Scheduled(
        JsonObject json, MeetingSeries series, MeetingView view, string type, string state, string title, string? agenda, string password, DateTimeOffset start, DateTimeOffset? end)
    {
        json["meetingNumber"] = series.Number;
        Core(json, series, view, type, state, title, agenda, start, end);
        json["password"] = password;
        json["phoneAndVideoSystemPassword"] = series.PhonePassword;
        if (series.IsManagedBy(view.User))
        {
            json["hostKey"] = series.HostKey;
        }

        json["sipAddress"] = $"{series.Number}@{series.SiteUrl}";
        json["dialInIpAddress"] = "192.168.100.100";
        if (series.RoomId is { } roomId)
        {
            json["roomId"] = roomId;
        }

        foreach (var (name, value) in series.Settings)
        {
            json[name] = value?.DeepClone();
        }

        json["telephony"] = Telephony(series.Id, "/api/v1");
        if (series.TrackingCodes is { } codes)
        {
            json["trackingCodes"] = codes.DeepClone();
        }
    }

    /// <summary>Lists show the switches of the form alone, without questions and rules.</summary>
    private static JsonObject Registration(JsonObject registration, MeetingView view)
    {
        var form = registration.DeepClone().AsObject();
        if (view.ListForm)
        {
            form.Remove("customizedQuestions");
            form.Remove("rules");
        }

        return form;
    }

    private static void Joined(JsonObject json, MeetingInstance? instance, bool applies)
    {
        if (applies)
        {
            json["hostDidJoin"] = instance?.Participants.Exists(participant => participant.Host) ?? false;
            json["attendeeDidJoin"] = instance?.Participants.Exists(participant => !participant.Host && !participant.InLobby) ?? false;
        }
    }
}
