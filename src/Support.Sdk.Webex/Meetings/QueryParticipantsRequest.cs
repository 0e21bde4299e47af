using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Which participants to look up by their addresses.</summary>
public sealed record QueryParticipantsRequest
{
    /// <summary>The meeting; of a series its last instance.</summary>
    [JsonIgnore]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Meetings started after this.</summary>
    [JsonIgnore]
    public DateTimeOffset? MeetingStartTimeFrom { get; init; }

    /// <summary>Meetings started before this.</summary>
    [JsonIgnore]
    public DateTimeOffset? MeetingStartTimeTo { get; init; }

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    [JsonIgnore]
    public string? HostEmail { get; init; }

    /// <summary>IANA name of the time zone of the times in the answer; <c>UTC</c> by default.</summary>
    [JsonIgnore]
    public string? Timezone { get; init; }

    /// <summary>The addresses; at least one. The service names no greatest number.</summary>
    public IReadOnlyList<string> Emails { get; init => field = value ?? []; } = [];

    /// <summary>Who joined at or after this. With one bound only, the service reads 7 days from it; both may lie 90 days apart at most.</summary>
    public DateTimeOffset? JoinTimeFrom { get; init; }

    /// <summary>Who joined before this.</summary>
    public DateTimeOffset? JoinTimeTo { get; init; }

    /// <summary>MeetingId and how many addresses; nothing personal.</summary>
    public override string ToString() => $"QueryParticipantsRequest {{ MeetingId = {MeetingId}, Emails = {Emails.Count} }}";
}
