namespace Support.Sdk.Sessions;

/// <summary>The statuses of a support session: the five of the source and no others (SES-14).</summary>
public enum SessionStatus
{
    /// <summary>There is no such session, or it was deleted.</summary>
    None,

    /// <summary>The end user has yet to launch the support application.</summary>
    Waiting,

    /// <summary>The support application was launched, and a technician is assigned.</summary>
    Active,

    /// <summary>The session was released and waits for a technician to take it.</summary>
    InQueue,

    /// <summary>The session outlived the time-out of its channel's settings.</summary>
    Expired,

    /// <summary>A technician closed the session.</summary>
    Closed,
}
