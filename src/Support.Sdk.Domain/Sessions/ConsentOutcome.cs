namespace Support.Sdk.Sessions;

/// <summary>What became of the last request for permission. A rejection, silence and an absent computer are kept apart.</summary>
public enum ConsentOutcome
{
    /// <summary>The end user granted it.</summary>
    Granted,

    /// <summary>The end user rejected it.</summary>
    Rejected,

    /// <summary>The computer was there, and nobody answered in time.</summary>
    TimedOut,

    /// <summary>The computer was lost before anybody answered.</summary>
    DeviceAbsent,

    /// <summary>The request lost its ground: reassigned, released, expired, closed, or the technician who asked has left.</summary>
    Withdrawn,
}
