namespace Support.Sdk.Stores;

/// <summary>How a commit ended.</summary>
public enum CommitStatus
{
    /// <summary>Everything is durable.</summary>
    Committed,

    /// <summary>The stream has another version than expected; nothing was changed. Load it and decide again.</summary>
    VersionConflict,

    /// <summary>Another stream holds a claim; nothing was changed.</summary>
    ClaimTaken,
}
