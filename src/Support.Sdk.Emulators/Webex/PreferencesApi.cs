using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/meetingPreferences</c>: all of them, the personal room, the sites. That a user without a room gets 404 is assumed.</summary>
internal sealed class PreferencesApi(WebexEmulator webex)
{
    private static readonly int[] AutoLockMinutes = [0, 5, 10, 15, 20];

    public void Map(Router routes) => routes
        .Map("GET", "/v1/meetingPreferences", All)
        .Map("GET", "/v1/meetingPreferences/personalMeetingRoom", request => EmulatorResponse.Json(200, Room(request, Owner(request, "read"))))
        .Map("PUT", "/v1/meetingPreferences/personalMeetingRoom", UpdateRoom)
        .Map("GET", "/v1/meetingPreferences/sites", request => EmulatorResponse.Json(200, new JsonObject { ["sites"] = Sites(Owner(request, "read")) }))
        .Map("PUT", "/v1/meetingPreferences/sites", UpdateDefaultSite)
        .Map("GET", "/v1/meetingPreferences/schedulingOptions", request => Owner(request, "read") is not null ? EmulatorResponse.Json(200, SchedulingOptions()) : throw WebexErrors.NotFound(request));

    private WebexUser Owner(EmulatorRequest request, string verb)
    {
        var caller = webex.Authenticate(request, "meeting:preferences_" + verb, "meeting:admin_preferences_" + verb);
        var owner = caller.User;
        if (request.Query("userEmail") is { Length: > 0 } email && !string.Equals(email, caller.User.Email, StringComparison.OrdinalIgnoreCase))
        {
            var other = webex.Directory.FindByEmail(email);
            owner = other is not null && caller.Administers(other, "meeting:admin_preferences_" + verb)
                ? other
                : throw WebexErrors.NotPermitted(request, "Not permitted to view or change other user's preferences.");
        }

        if (request.Query("siteUrl") is { Length: > 0 } site && !owner.SiteUrls.Contains(site))
        {
            throw WebexErrors.BadRequest(request, "siteUrl is not a site of the user.");
        }

        return owner;
    }

    private EmulatorResponse All(EmulatorRequest request)
    {
        var owner = Owner(request, "read");
        var body = new JsonObject
        {
            ["audio"] = new JsonObject
            {
                ["defaultAudioType"] = "webexAudio",
                ["otherTeleconferenceDescription"] = "",
                ["enabledGlobalCallIn"] = true,
                ["enabledTollFree"] = false,
                ["enabledAutoConnection"] = false,
                ["audioPin"] = "1314",
                ["officeNumber"] = PhoneNumber(),
                ["mobileNumber"] = PhoneNumber(),
            },
            ["video"] = new JsonObject { ["videoDevices"] = new JsonArray() },
            ["schedulingOptions"] = SchedulingOptions(),
            ["sites"] = Sites(owner),
        };
        if (owner.PersonalRoomLink is not null)
        {
            body["personalMeetingRoom"] = Room(request, owner);
        }

        return EmulatorResponse.Json(200, body);
    }

    private EmulatorResponse UpdateRoom(EmulatorRequest request)
    {
        var owner = Owner(request, "write");
        Room(request, owner);
        var body = new WebexBody(request);
        var room = owner.Room;
        var topic = body.RequiredText("topic", 128);
        var pin = body.RequiredText("hostPin", 8);
        if (pin.Length < 4 || !pin.All(char.IsAsciiDigit) || pin.Distinct().Count() == 1 || IsSequence(pin))
        {
            throw WebexErrors.BadRequest(request, "hostPin must be digits that are neither sequential nor repeated.");
        }

        var minutes = body.Number("autoLockMinutes") ?? throw WebexErrors.BadRequest(request, "autoLockMinutes is required.");
        if (!AutoLockMinutes.Contains(minutes))
        {
            throw WebexErrors.BadRequest(request, "autoLockMinutes must be 0, 5, 10, 15 or 20.");
        }

        var coHosts = body.Array("coHosts") ?? throw WebexErrors.BadRequest(request, "coHosts is required.");
        var (autoLock, notify, support) = (body.RequiredFlag("enabledAutoLock"), body.RequiredFlag("enabledNotifyHost"), body.RequiredFlag("supportCoHost"));
        (room.Topic, room.HostPin, room.AutoLockMinutes, room.EnabledAutoLock, room.EnabledNotifyHost, room.SupportCoHost) = (topic, pin, minutes, autoLock, notify, support);
        room.SupportAnyoneAsCoHost = body.Flag("supportAnyoneAsCoHost") ?? room.SupportAnyoneAsCoHost;
        room.AllowFirstUserToBeCoHost = body.Flag("allowFirstUserToBeCoHost") ?? room.AllowFirstUserToBeCoHost;
        room.AllowAuthenticatedDevices = body.Flag("allowAuthenticatedDevices") ?? room.AllowAuthenticatedDevices;
        room.CoHosts = coHosts.DeepClone().AsArray();
        return EmulatorResponse.Json(200, Room(request, owner));
    }

    private EmulatorResponse UpdateDefaultSite(EmulatorRequest request)
    {
        var owner = Owner(request, "write");
        if (request.Query("defaultSite") != "true")
        {
            throw WebexErrors.BadRequest(request, "defaultSite must be true.");
        }

        var site = new WebexBody(request).RequiredText("siteUrl", 256);
        owner.DefaultSite = owner.SiteUrls.Contains(site) ? site : throw WebexErrors.BadRequest(request, "siteUrl is not a site of the user.");
        return EmulatorResponse.Json(200, new JsonObject { ["siteUrl"] = site, ["default"] = true });
    }

    private static JsonObject Room(EmulatorRequest request, WebexUser owner)
    {
        var link = owner.PersonalRoomLink ?? throw WebexErrors.NotFound(request, "The user has no personal meeting room.");
        var room = owner.Room;
        return new JsonObject
        {
            ["topic"] = room.Topic ?? $"{owner.DisplayName}'s Personal Room",
            ["hostPin"] = room.HostPin,
            ["enabledAutoLock"] = room.EnabledAutoLock,
            ["autoLockMinutes"] = room.AutoLockMinutes,
            ["enabledNotifyHost"] = room.EnabledNotifyHost,
            ["supportCoHost"] = room.SupportCoHost,
            ["supportAnyoneAsCoHost"] = room.SupportAnyoneAsCoHost,
            ["allowFirstUserToBeCoHost"] = room.AllowFirstUserToBeCoHost,
            ["allowAuthenticatedDevices"] = room.AllowAuthenticatedDevices,
            ["coHosts"] = room.CoHosts.DeepClone(),
            ["personalMeetingRoomLink"] = link,
            ["sipAddress"] = $"{owner.RoomName}@{owner.DefaultSite}",
            ["dialInIpAddress"] = "192.168.100.100",
            ["telephony"] = MeetingJson.Telephony(owner.Uuid.ToString("N"), "/v1"),
        };
    }

    private static JsonArray Sites(WebexUser owner) =>
        new([.. owner.SiteUrls.Select(site => new JsonObject { ["siteUrl"] = site, ["default"] = site == owner.DefaultSite })]);

    private static JsonObject SchedulingOptions() => new()
    {
        ["enabledJoinBeforeHost"] = false,
        ["joinBeforeHostMinutes"] = 0,
        ["enabledAutoShareRecording"] = false,
        ["enabledWebexAssistantByDefault"] = false,
        ["delegateEmails"] = new JsonArray(),
    };

    private static JsonObject PhoneNumber() => new()
    {
        ["countryCode"] = "1",
        ["number"] = "",
        ["enabledCallInAuthentication"] = false,
        ["enabledCallMe"] = false,
    };

    private static bool IsSequence(string digits)
    {
        var steps = digits.Zip(digits.Skip(1), (left, right) => right - left).Distinct().ToList();
        return steps is [1] or [-1];
    }
}
