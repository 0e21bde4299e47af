using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A user's meeting settings.</summary>
public sealed record MeetingPreferences
{
    /// <summary>The Personal Room; <see langword="null"/> when there is none.</summary>
    public PersonalMeetingRoom? PersonalMeetingRoom { get; init; }

    /// <summary>Audio.</summary>
    public AudioPreferences? Audio { get; init; }

    /// <summary>Video.</summary>
    public VideoPreferences? Video { get; init; }

    /// <summary>Defaults for new meetings.</summary>
    public SchedulingOptions? SchedulingOptions { get; init; }

    /// <summary>The sites.</summary>
    public IReadOnlyList<MeetingSite>? Sites { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>PersonalMeetingRoom; nothing secret.</summary>
    public override string ToString() => $"MeetingPreferences {{ PersonalMeetingRoom = {PersonalMeetingRoom} }}";
}
