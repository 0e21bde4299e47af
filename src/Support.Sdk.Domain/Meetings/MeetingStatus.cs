namespace Support.Sdk.Meetings;

/// <summary>The status of one meeting of a work item.</summary>
public enum MeetingStatus
{
    /// <summary>There is no such meeting.</summary>
    None,

    /// <summary>Asked for; the provider is being asked to make it.</summary>
    Requested,

    /// <summary>Made, not started.</summary>
    Scheduled,

    /// <summary>Started; link and actions are visible.</summary>
    Live,

    /// <summary>The provider is being asked to delete it.</summary>
    Cancelling,

    /// <summary>Over, after it had been started.</summary>
    Ended,

    /// <summary>Its time passed and nobody started it.</summary>
    Missed,

    /// <summary>Cancelled here or at the provider.</summary>
    Cancelled,

    /// <summary>The provider could not make it.</summary>
    Failed,
}
