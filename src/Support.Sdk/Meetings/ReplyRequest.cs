using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>How the public reply of an action is wanted (MTG-03).</summary>
public sealed record ReplyRequest
{
    /// <summary>A draft in English that leaves the status as it is.</summary>
    public static ReplyRequest Draft { get; } = new();

    /// <summary>Whether it waits as a draft, which is the default, or is submitted at once.</summary>
    public ReplySubmission Submission { get; init; } = ReplySubmission.Draft;

    /// <summary>The culture in which it is written, such as <c>fr</c> or <c>en-GB</c>; English by default.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The status that the work item gets with it; left as it is by default.</summary>
    public WorkItemStatus? Status { get; init; }

    /// <summary>Its id, for callers that repeat requests; made when left out.</summary>
    public string? ReplyId { get; init; }
}
