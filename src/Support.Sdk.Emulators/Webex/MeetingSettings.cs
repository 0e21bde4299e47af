using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The switches of a meeting that the emulator only keeps: their defaults, and the checks of what a request sets.</summary>
internal static class MeetingSettings
{
    private static readonly string[] Flags =
    [
        "enabledAutoRecordMeeting", "allowAnyUserToBeCoHost", "enabledJoinBeforeHost", "enableConnectAudioBeforeHost", "excludePassword", "publicMeeting",
        "enableAutomaticLock", "allowFirstUserToBeCoHost", "allowAuthenticatedDevices", "enabledBreakoutSessions", "enabledAudioWatermark",
        "enabledVisualWatermark", "enabledLiveStream", "enabledWebcastView", "requireAttendeeLogin", "restrictToInvitees",
    ];

    private static readonly string[] Numbers = ["joinBeforeHostMinutes", "reminderTime", "sessionTypeId", "automaticLockMinutes", "visualWatermarkOpacity"];

    private static readonly string[] Objects = ["meetingOptions", "attendeePrivileges", "audioConnectionOptions", "liveStream"];

    public static JsonObject Defaults(bool adHoc) => new()
    {
        ["enabledAutoRecordMeeting"] = false,
        ["allowAnyUserToBeCoHost"] = false,
        ["enabledJoinBeforeHost"] = adHoc,
        ["enableConnectAudioBeforeHost"] = false,
        ["joinBeforeHostMinutes"] = 0,
        ["excludePassword"] = false,
        ["publicMeeting"] = false,
        ["reminderTime"] = 10,
        ["unlockedMeetingJoinSecurity"] = adHoc ? "allowJoinWithLobby" : "allowJoin",
        ["sessionTypeId"] = 3,
        ["enableAutomaticLock"] = false,
        ["automaticLockMinutes"] = 0,
        ["allowFirstUserToBeCoHost"] = false,
        ["allowAuthenticatedDevices"] = adHoc,
        ["meetingOptions"] = All(false, "enabledPolling", "enabledFileTransfer", "enabledUCFRichMedia").With(true, "enabledChat", "enabledVideo", "enabledNote").With("noteType", "allowAll"),
        ["attendeePrivileges"] = All(
            false, "enabledSaveDocument", "enabledPrintDocument", "enabledAnnotate", "enabledViewThumbnails", "enabledViewAnyDocument", "enabledViewAnyPage", "enabledContactOperatorPrivately")
            .With(true, "enabledShareContent", "enabledViewParticipantList", "enabledRemoteControl", "enabledChatHost", "enabledChatPresenter", "enabledChatOtherParticipants"),
        ["enabledBreakoutSessions"] = false,
        ["enabledAudioWatermark"] = false,
        ["enabledVisualWatermark"] = false,
        ["visualWatermarkOpacity"] = 10,
        ["audioConnectionOptions"] = All(false, "enabledTollFreeCallIn", "enabledGlobalCallIn", "enabledAudienceCallBack", "allowHostToUnmuteParticipants", "muteAttendeeUponEntry")
            .With(true, "allowAttendeeToUnmuteSelf").With("audioConnectionType", "webexAudio").With("entryAndExitTone", "beep"),
        ["enabledLiveStream"] = false,
    };

    /// <summary>Takes what the request sets; an object is merged property by property.</summary>
    public static void Apply(EmulatorRequest request, WebexBody body, JsonObject settings, string scheduledType)
    {
        foreach (var name in Flags)
        {
            if (body.Flag(name) is { } flag)
            {
                settings[name] = flag;
            }
        }

        foreach (var name in Numbers)
        {
            if (body.Number(name) is { } number)
            {
                settings[name] = number;
            }
        }

        foreach (var name in Objects)
        {
            if (body.Object(name) is { } part)
            {
                var kept = settings[name] as JsonObject ?? [];
                settings[name] = kept;
                foreach (var (key, value) in part)
                {
                    kept[key] = value?.DeepClone();
                }
            }
        }

        Check(request, body, scheduledType);
        if (body.Text("unlockedMeetingJoinSecurity") is { } security)
        {
            settings["unlockedMeetingJoinSecurity"] = security is "allowJoin" or "allowJoinWithLobby" or "blockFromJoin"
                ? security
                : throw WebexErrors.BadRequest(request, "unlockedMeetingJoinSecurity must be allowJoin, allowJoinWithLobby or blockFromJoin.");
        }
    }

    private static void Check(EmulatorRequest request, WebexBody body, string scheduledType)
    {
        int[] minutes = scheduledType == "webinar" ? [0, 15, 30, 45, 60] : [0, 5, 10, 15];
        if (body.Number("joinBeforeHostMinutes") is { } before && !minutes.Contains(before))
        {
            throw WebexErrors.BadRequest(request, $"joinBeforeHostMinutes must be one of {string.Join(", ", minutes)}.");
        }

        if (body.Number("visualWatermarkOpacity") is < 5 or > 80)
        {
            throw WebexErrors.BadRequest(request, "visualWatermarkOpacity must be between 5 and 80.");
        }

        if (body.Flag("enabledLiveStream") == true && body.Object("liveStream") is null)
        {
            throw WebexErrors.BadRequest(request, "liveStream must be specified when enabledLiveStream is true.");
        }
    }

    private static JsonObject All(bool value, params ReadOnlySpan<string> names) => new JsonObject().With(value, names);

    private static JsonObject With(this JsonObject json, bool value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json[name] = value;
        }

        return json;
    }

    private static JsonObject With(this JsonObject json, string name, string value)
    {
        json[name] = value;
        return json;
    }
}
