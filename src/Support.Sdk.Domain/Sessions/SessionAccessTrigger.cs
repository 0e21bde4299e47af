namespace Support.Sdk.Sessions;

/// <summary>What can befall the access to the end user's computer while a session is active.</summary>
public enum SessionAccessTrigger
{
    /// <summary>A technician asks for permission.</summary>
    Request,

    /// <summary>The end user grants it.</summary>
    Grant,

    /// <summary>The end user rejects it.</summary>
    Reject,

    /// <summary>The end user did not answer in time.</summary>
    TimeOut,

    /// <summary>A technician connects, or joins those who are connected.</summary>
    Connect,

    /// <summary>A technician disconnects.</summary>
    Disconnect,

    /// <summary>The end user ends the connection and takes the permission back.</summary>
    Stop,

    /// <summary>
    /// The ground is gone: another technician was assigned, the session was released, closed or deleted, or the computer was lost.
    /// </summary>
    Withdraw,
}
