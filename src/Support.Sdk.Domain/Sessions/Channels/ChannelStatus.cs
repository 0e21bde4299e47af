namespace Support.Sdk.Sessions;

/// <summary>The statuses of a channel.</summary>
public enum ChannelStatus
{
    /// <summary>There is no such channel.</summary>
    None,

    /// <summary>It takes sessions.</summary>
    Open,

    /// <summary>It was removed, for good.</summary>
    Removed,
}
