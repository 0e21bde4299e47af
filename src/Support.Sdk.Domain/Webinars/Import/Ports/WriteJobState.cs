namespace Support.Sdk.Webinars;

/// <summary>How far a job is that writes many records.</summary>
public enum WriteJobState
{
    /// <summary>There is no such job, or no longer: what it did is not to be learned from it.</summary>
    Unknown,

    /// <summary>It waits for its data; nothing was written.</summary>
    Open,

    /// <summary>It has its data and works, or will.</summary>
    Running,

    /// <summary>It is over; its results can be read.</summary>
    Over,
}
