using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>A public reply about a meeting.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MeetingId">The meeting that it tells of.</param>
/// <param name="Purpose">What it tells.</param>
/// <param name="Status">Its status.</param>
/// <param name="Text">Its text.</param>
/// <param name="WorkItemStatus">The status that the work item gets with it; <see langword="null"/> leaves it as it is.</param>
/// <param name="DraftedAt">When its text was made (UTC).</param>
/// <param name="Rejection">Why the work item's system did not take it; <see langword="null"/> unless it did not.</param>
/// <param name="Submissions">How often it has been submitted.</param>
public sealed record Reply(
    string Id,
    string MeetingId,
    ReplyPurpose Purpose,
    ReplyStatus Status,
    string Text,
    WorkItemStatus? WorkItemStatus,
    DateTimeOffset DraftedAt,
    ReplyRejection? Rejection = null,
    int Submissions = 0);
