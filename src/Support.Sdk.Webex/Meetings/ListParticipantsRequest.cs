namespace Support.Sdk.Webex.Meetings;

/// <summary>Whose participants to list.</summary>
public sealed record ListParticipantsRequest
{
    /// <summary>The meeting; of a series its last instance.</summary>
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Items per page, 1 to 100; the service takes 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>The breakout session.</summary>
    public string? BreakoutSessionId { get; init; }

    /// <summary>Meetings started at or after this.</summary>
    public DateTimeOffset? MeetingStartTimeFrom { get; init; }

    /// <summary>Meetings started before this.</summary>
    public DateTimeOffset? MeetingStartTimeTo { get; init; }

    /// <summary>Whose meeting; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Who joined at or after this.</summary>
    public DateTimeOffset? JoinTimeFrom { get; init; }

    /// <summary>Who joined before this.</summary>
    public DateTimeOffset? JoinTimeTo { get; init; }

    /// <summary>IANA name of the time zone of the times in the answer; <c>UTC</c> by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>MeetingId; nothing personal.</summary>
    public override string ToString() => $"ListParticipantsRequest {{ MeetingId = {MeetingId}, BreakoutSessionId = {BreakoutSessionId} }}";
}
