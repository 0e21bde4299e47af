namespace Support.Sdk.ServiceDesk;

/// <summary>Which sessions of a channel are listed.</summary>
public enum ServiceDeskSessionFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that are alive: waiting, active or in the queue.</summary>
    Live,

    /// <summary>Those in the queue, for somebody to take.</summary>
    InQueue,
}
