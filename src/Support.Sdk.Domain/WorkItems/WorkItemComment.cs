namespace Support.Sdk.WorkItems;

/// <summary>A comment to add to a work item.</summary>
/// <param name="Key">The idempotency key: of two comments with the same key, one is written. 1 to 120 characters.</param>
/// <param name="Text">The text, plain.</param>
/// <param name="IsPublic">Whether the requester and all followers see it, or agents alone.</param>
/// <param name="Status">The status to give the work item along with it; <see langword="null"/> leaves it as it is.</param>
/// <param name="NotBefore">When the comment was first asked for (UTC): an earlier trace of the same key cannot exist.</param>
public sealed record WorkItemComment(string Key, string Text, bool IsPublic, WorkItemStatus? Status, DateTimeOffset NotBefore)
{
    /// <summary>The meeting that the comment tells of; <see langword="null"/> when it tells of none. Systems that know comments alone leave it out.</summary>
    public WorkItemMeeting? Meeting { get; init; }
}
