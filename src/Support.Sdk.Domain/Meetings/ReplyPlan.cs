using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>The public reply that an action is to produce.</summary>
/// <param name="ReplyId">The reply's id, given by the caller.</param>
/// <param name="Submission">Whether it waits as a draft or is submitted at once.</param>
/// <param name="Language">The culture in which it is written, such as <c>fr</c> or <c>en-GB</c>.</param>
/// <param name="Status">The status to give the work item when it is submitted; <see langword="null"/> leaves it as it is.</param>
public sealed record ReplyPlan(string ReplyId, ReplySubmission Submission, string Language, WorkItemStatus? Status = null);
