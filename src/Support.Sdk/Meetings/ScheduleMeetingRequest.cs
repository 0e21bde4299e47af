using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>A request to schedule a meeting (MTG-04).</summary>
public sealed record ScheduleMeetingRequest
{
    /// <summary>The work item.</summary>
    public required WorkItemRef WorkItem { get; init; }

    /// <summary>Whose meeting it is.</summary>
    public required MeetingHost Host { get; init; }

    /// <summary>Its topic; an empty one is refused.</summary>
    public required string Topic { get; init; }

    /// <summary>When it is to start; the past is refused.</summary>
    public required MeetingStart Start { get; init; }

    /// <summary>How long it is to last; zero and less are refused, and what lies outside of the provider's limits.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>E-mail addresses that the provider invites itself; none by default, for the public reply tells every follower.</summary>
    public IReadOnlyList<string> Invitees { get; init; } = [];

    /// <summary>The public reply.</summary>
    public ReplyRequest Reply { get; init; } = ReplyRequest.Draft;

    /// <summary>The meeting's id, for callers that repeat requests: up to 40 letters, digits and hyphens; made when left out.</summary>
    public string? MeetingId { get; init; }
}
