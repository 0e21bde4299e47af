namespace Support.Sdk.Meetings;

/// <summary>How a meeting went.</summary>
/// <param name="StartedAt">When it was started (UTC); <see langword="null"/> when it was not, or nobody knows.</param>
/// <param name="EndedAt">When it ended, was cancelled, missed or failed (UTC); <see langword="null"/> as long as it is open.</param>
/// <param name="Reason">Why it ended as it did; <see langword="null"/> as long as it is open.</param>
/// <param name="Detail">What the provider said, without secrets; empty when it said nothing.</param>
public sealed record MeetingCourse(
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt = null,
    MeetingEndReason? Reason = null,
    string Detail = "");
