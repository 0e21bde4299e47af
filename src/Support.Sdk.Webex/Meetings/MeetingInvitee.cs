using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Somebody invited to a meeting.</summary>
public sealed record MeetingInvitee
{
    /// <summary>The invitee's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether this is a cohost.</summary>
    public bool? CoHost { get; init; }

    /// <summary>The meeting.</summary>
    public string? MeetingId { get; init; }

    /// <summary>Webinars only: whether this is a panelist.</summary>
    public bool? Panelist { get; init; }

    /// <summary>Fields that could not be given, by name, although the item itself was found; <see langword="null"/> when all could.</summary>
    [JsonConverter(typeof(FieldFailuresConverter))]
    public IReadOnlyDictionary<string, FieldFailure>? Errors { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Id and MeetingId; nothing secret.</summary>
    public override string ToString() => $"MeetingInvitee {{ Id = {Id}, MeetingId = {MeetingId} }}";
}
