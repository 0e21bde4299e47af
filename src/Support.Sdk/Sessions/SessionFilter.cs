namespace Support.Sdk.Sessions;

/// <summary>Which sessions a list is to have.</summary>
public enum SessionFilter
{
    /// <summary>All but the deleted ones.</summary>
    All,

    /// <summary>Those that are waiting, active or in the queue.</summary>
    Live,

    /// <summary>Those that wait for a technician to take them.</summary>
    InQueue,
}
