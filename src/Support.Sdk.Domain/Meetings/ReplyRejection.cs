namespace Support.Sdk.Meetings;

/// <summary>Why a public reply was not taken, and what the work item's system said.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What the system said, without secrets; may be empty.</param>
public sealed record ReplyRejection(ReplyRejectionReason Reason, string Detail);
