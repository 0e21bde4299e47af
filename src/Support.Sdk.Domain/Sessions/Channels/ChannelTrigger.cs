namespace Support.Sdk.Sessions;

/// <summary>What can befall a channel.</summary>
public enum ChannelTrigger
{
    /// <summary>The channel is made.</summary>
    Create,

    /// <summary>It gets another name.</summary>
    Rename,

    /// <summary>It gets other settings.</summary>
    Configure,

    /// <summary>A technician becomes a member, or gets other permissions.</summary>
    SetMember,

    /// <summary>A technician is no member any more.</summary>
    RemoveMember,

    /// <summary>The channel is removed.</summary>
    Remove,
}
