namespace Support.Sdk.Meetings;

/// <summary>What became of the deletion of a meeting at its provider.</summary>
public enum MeetingDeletion
{
    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>It was not there any more; what was wanted is so.</summary>
    AlreadyGone,

    /// <summary>It runs, or ran, and cannot be deleted.</summary>
    Running,
}
