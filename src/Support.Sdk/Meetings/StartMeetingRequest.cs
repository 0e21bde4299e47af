using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>A request to start an instant meeting (MTG-01).</summary>
public sealed record StartMeetingRequest
{
    /// <summary>The work item.</summary>
    public required WorkItemRef WorkItem { get; init; }

    /// <summary>Whose Personal Room is used.</summary>
    public required MeetingHost Host { get; init; }

    /// <summary>The topic that the public reply tells; one that names the work item when left out.</summary>
    public string? Topic { get; init; }

    /// <summary>The IANA time zone of the public reply; UTC by default.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The public reply.</summary>
    public ReplyRequest Reply { get; init; } = ReplyRequest.Draft;

    /// <summary>The meeting's id, for callers that repeat requests: up to 40 letters, digits and hyphens; made when left out.</summary>
    public string? MeetingId { get; init; }
}
