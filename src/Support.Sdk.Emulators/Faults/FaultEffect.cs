namespace Support.Sdk.Emulators.Faults;

/// <summary>What a fault does to the request it strikes.</summary>
public enum FaultEffect
{
    /// <summary>The request is only held up; it is then handled as usual.</summary>
    Delay,

    /// <summary>The scripted answer is given instead of handling the request: nothing happened.</summary>
    Respond,

    /// <summary>The request is handled and its changes stay, but the scripted answer is given.</summary>
    RespondAfterCommit,

    /// <summary>The connection is reset before the request is handled: nothing happened.</summary>
    CutBeforeCommit,

    /// <summary>The request is handled and its changes stay, then the connection is reset: the client cannot know.</summary>
    CutAfterCommit,

    /// <summary>The request is handled; its JSON answer is broken off in the middle.</summary>
    MalformBody,

    /// <summary>The request is handled; its answer carries another content type, and another body if one is scripted.</summary>
    WrongContentType,
}
