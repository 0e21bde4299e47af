namespace Support.Sdk.Emulators.Webex;

/// <summary>A meeting as held (<c>meeting</c>): in the lobby, in progress or ended.</summary>
internal sealed class MeetingInstance
{
    public required string Id { get; init; }

    public required MeetingSeries Series { get; init; }

    public MeetingOccurrence? Occurrence { get; init; }

    /// <summary>The id of the occurrence; kept when the series is rescheduled.</summary>
    public string? OccurrenceId { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>People wait and no host is there yet.</summary>
    public bool Lobby { get; set; }

    public List<MeetingParticipant> Participants { get; } = [];

    /// <summary>The attendees of a seeded webinar that was held.</summary>
    public WebinarCrowd? Crowd { get; init; }

    /// <summary>The participants, those of the crowd last.</summary>
    public IReadOnlyList<MeetingParticipant> Everyone => Crowd is { } crowd ? VirtualList<MeetingParticipant>.Concat(Participants, crowd.AttendeeCount, crowd.Attendee) : Participants;

    public string State => EndedAt is not null ? "ended" : Lobby ? "lobby" : "inProgress";
}
