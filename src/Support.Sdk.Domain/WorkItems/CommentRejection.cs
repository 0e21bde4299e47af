namespace Support.Sdk.WorkItems;

/// <summary>Why a work item's system took no comment, for good.</summary>
public enum CommentRejection
{
    /// <summary>The work item is closed and accepts no change; a follow-up would be a new work item.</summary>
    Closed,

    /// <summary>The work item does not exist, or may not be seen.</summary>
    NotFound,

    /// <summary>The system refused the comment or its status, and will refuse it again.</summary>
    Refused,
}
