namespace Support.Sdk.WorkItems;

/// <summary>What a comment tells of a meeting.</summary>
public enum MeetingNotice
{
    /// <summary>That it takes place, and how to get in.</summary>
    Invitation,

    /// <summary>That it was cancelled.</summary>
    Cancellation,

    /// <summary>How it went.</summary>
    Log,
}
