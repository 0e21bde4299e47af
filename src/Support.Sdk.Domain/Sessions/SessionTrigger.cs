namespace Support.Sdk.Sessions;

/// <summary>What can befall a support session.</summary>
public enum SessionTrigger
{
    /// <summary>A technician makes the session.</summary>
    Create,

    /// <summary>The end user launches the support application.</summary>
    Launch,

    /// <summary>The end user's computer is gone: it restarts, or the application quit or lost its connection.</summary>
    LoseDevice,

    /// <summary>A technician is assigned or reassigned.</summary>
    Assign,

    /// <summary>A technician takes the session from the queue.</summary>
    Take,

    /// <summary>The assigned technician hands the session to another.</summary>
    TransferToTechnician,

    /// <summary>The session moves to another channel.</summary>
    TransferToChannel,

    /// <summary>The assigned technician invites another.</summary>
    Invite,

    /// <summary>An invited technician leaves.</summary>
    Leave,

    /// <summary>The assigned technician gives the session up.</summary>
    Release,

    /// <summary>A technician asks for permission to connect: the first click on <i>Start remote session</i>.</summary>
    RequestAccess,

    /// <summary>The end user grants the permission.</summary>
    Grant,

    /// <summary>The end user rejects the request.</summary>
    Reject,

    /// <summary>A technician connects: the second click on <i>Start remote session</i>.</summary>
    Connect,

    /// <summary>A technician disconnects.</summary>
    Disconnect,

    /// <summary>The end user ends the connection and takes the permission back.</summary>
    StopConnection,

    /// <summary>A technician writes a note.</summary>
    AddNote,

    /// <summary>A technician copies the link or looks at the PIN.</summary>
    Share,

    /// <summary>A technician closes the session.</summary>
    Close,

    /// <summary>A technician deletes the session from its channel.</summary>
    Delete,

    /// <summary>The channel's time-out, counted from the session's creation, is over.</summary>
    TimeUp,
}
