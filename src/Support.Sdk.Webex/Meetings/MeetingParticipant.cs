using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Somebody who was or is in a meeting.</summary>
/// <remarks>Live values may lag behind (fact sheet, section 3.9).</remarks>
public sealed record MeetingParticipant
{
    /// <summary>The participant's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The organisation.</summary>
    public string? OrgId { get; init; }

    /// <summary>Whether this is the host.</summary>
    public bool? Host { get; init; }

    /// <summary>Whether this is a cohost.</summary>
    public bool? CoHost { get; init; }

    /// <summary>Whether this is a moderator of the space.</summary>
    public bool? SpaceModerator { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether the participant was invited.</summary>
    public bool? Invitee { get; init; }

    /// <summary>Whether the participant is muted.</summary>
    public bool? Muted { get; init; }

    /// <summary>When the meeting started.</summary>
    public DateTimeOffset? MeetingStartTime { get; init; }

    /// <summary><c>on</c> or <c>off</c>.</summary>
    public string? Video { get; init; }

    /// <summary>Where the participant is.</summary>
    public ParticipantState? State { get; init; }

    /// <summary>The breakout session the participant is in.</summary>
    public string? BreakoutSessionId { get; init; }

    /// <summary>When the participant joined.</summary>
    public DateTimeOffset? JoinedTime { get; init; }

    /// <summary>When the participant left.</summary>
    public DateTimeOffset? LeftTime { get; init; }

    /// <summary>The site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The instance.</summary>
    public string? MeetingId { get; init; }

    /// <summary>The host's e-mail address.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The devices.</summary>
    public IReadOnlyList<ParticipantDevice>? Devices { get; init; }

    /// <summary>The breakout sessions.</summary>
    public IReadOnlyList<BreakoutSessionAttended>? BreakoutSessionsAttended { get; init; }

    /// <summary>How the participant came to register.</summary>
    public string? SourceId { get; init; }

    /// <summary>Fields that could not be given, by name, although the item itself was found; <see langword="null"/> when all could.</summary>
    [JsonConverter(typeof(FieldFailuresConverter))]
    public IReadOnlyDictionary<string, FieldFailure>? Errors { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Id and MeetingId and State; nothing secret.</summary>
    public override string ToString() => $"MeetingParticipant {{ Id = {Id}, MeetingId = {MeetingId}, State = {State} }}";
}
