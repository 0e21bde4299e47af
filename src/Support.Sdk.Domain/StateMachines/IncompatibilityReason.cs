namespace Support.Sdk.StateMachines;

/// <summary>Why stored data cannot be read.</summary>
public enum IncompatibilityReason
{
    /// <summary>The data belongs to another machine.</summary>
    ForeignMachine,

    /// <summary>A newer version of the machine wrote the data.</summary>
    FutureVersion,

    /// <summary>The event's type is unknown to this version and no upcaster takes it.</summary>
    UnknownType,

    /// <summary>The data is no JSON of the expected shape.</summary>
    Malformed,
}
