namespace Support.Sdk.Meetings;

/// <summary>The kinds of meetings.</summary>
public enum MeetingKind
{
    /// <summary>Held at once in the host's Personal Room (MTG-01).</summary>
    Instant,

    /// <summary>Scheduled for a time (MTG-04).</summary>
    Scheduled,
}
