namespace Support.Sdk.Webinars;

/// <summary>How far an import is.</summary>
public enum ImportStatus
{
    /// <summary>It was never started.</summary>
    None,

    /// <summary>It is checked whether the confirmed plan still holds; nothing is written.</summary>
    Checking,

    /// <summary>The confirmed plan no longer holds; nothing is written until somebody accepts what has changed.</summary>
    Drifted,

    /// <summary>Rows are written.</summary>
    Importing,

    /// <summary>It was cancelled; what is being written is brought to its end.</summary>
    Cancelling,

    /// <summary>It cannot go on by itself; it can be resumed.</summary>
    Stopped,

    /// <summary>Every row is over with.</summary>
    Completed,

    /// <summary>It ended early; the rows that were written stay.</summary>
    Cancelled,
}
