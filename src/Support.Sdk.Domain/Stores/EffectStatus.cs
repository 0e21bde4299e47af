namespace Support.Sdk.Stores;

/// <summary>The status of a stored effect. A completed effect is no longer stored.</summary>
public enum EffectStatus
{
    /// <summary>To be run when it is due, or being run under a lease.</summary>
    Pending,

    /// <summary>Failed for good; waits to be retried or discarded by a person.</summary>
    Failed,
}
