using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A user's Personal Room.</summary>
public sealed record PersonalMeetingRoom
{
    /// <summary>Its topic.</summary>
    public string? Topic { get; init; }

    /// <summary>The host's PIN. A secret: never log it.</summary>
    public string? HostPin { get; init; }

    /// <summary>The link for everybody.</summary>
    public string? PersonalMeetingRoomLink { get; init; }

    /// <summary>Whether it locks itself.</summary>
    public bool? EnabledAutoLock { get; init; }

    /// <summary>Minutes after which it locks itself: 0, 5, 10, 15 or 20.</summary>
    public int? AutoLockMinutes { get; init; }

    /// <summary>Whether the host is told when somebody waits.</summary>
    public bool? EnabledNotifyHost { get; init; }

    /// <summary>Whether others may host in it.</summary>
    public bool? SupportCoHost { get; init; }

    /// <summary>Whether anybody with a host account becomes cohost.</summary>
    public bool? SupportAnyoneAsCoHost { get; init; }

    /// <summary>Whether the first with a host account becomes cohost.</summary>
    public bool? AllowFirstUserToBeCoHost { get; init; }

    /// <summary>Whether the organisation's devices may join without a lobby.</summary>
    public bool? AllowAuthenticatedDevices { get; init; }

    /// <summary>The cohosts.</summary>
    public IReadOnlyList<RoomCoHost>? CoHosts { get; init; }

    /// <summary>The SIP address.</summary>
    public string? SipAddress { get; init; }

    /// <summary>The address for video systems.</summary>
    public string? DialInIpAddress { get; init; }

    /// <summary>How it is joined by telephone.</summary>
    public Telephony? Telephony { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>PersonalMeetingRoomLink; nothing secret.</summary>
    public override string ToString() => $"PersonalMeetingRoom {{ PersonalMeetingRoomLink = {PersonalMeetingRoomLink} }}";
}
