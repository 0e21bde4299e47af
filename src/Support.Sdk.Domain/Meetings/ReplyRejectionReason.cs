namespace Support.Sdk.Meetings;

/// <summary>Why a public reply was not taken.</summary>
public enum ReplyRejectionReason
{
    /// <summary>The work item is closed and accepts no change.</summary>
    WorkItemClosed,

    /// <summary>The work item does not exist, or may not be seen.</summary>
    WorkItemNotFound,

    /// <summary>The work item's system refused it.</summary>
    Refused,

    /// <summary>The work item's system could not be reached in time.</summary>
    Unavailable,

    /// <summary>The consent to act in the work item's system is gone.</summary>
    ReauthorizationRequired,
}
