namespace Support.Sdk.Sessions;

/// <summary>What can be asked of a channel. The set is closed.</summary>
public abstract record ChannelCommand
{
    private protected ChannelCommand()
    {
    }

    /// <summary>Makes a channel. One that is shared takes an administrator; a private one is its maker's.</summary>
    /// <param name="Id">Its id, that of the stream: lower-case letters, digits and hyphens.</param>
    /// <param name="Name">Its name: up to 64 characters; unique among the shared ones, without regard to case.</param>
    /// <param name="Settings">Its settings.</param>
    /// <param name="IsPrivate">Whether it is for whoever makes it alone.</param>
    /// <param name="IsDefault">Whether it is a default channel, which cannot be removed.</param>
    public sealed record Create(string Id, string Name, ChannelSettings Settings, bool IsPrivate = false, bool IsDefault = false) : ChannelCommand
    {
        /// <summary>Its id.</summary>
        /// <exception cref="ArgumentException">The id is not of that form.</exception>
        public string Id { get; init; } = SessionPermissions.CheckedChannel(Id);
    }

    /// <summary>Gives it another name.</summary>
    /// <param name="Name">The name: up to 64 characters.</param>
    public sealed record Rename(string Name) : ChannelCommand;

    /// <summary>Gives it other settings.</summary>
    /// <param name="Settings">The settings.</param>
    public sealed record Configure(ChannelSettings Settings) : ChannelCommand;

    /// <summary>Makes a technician a member, or changes a member's permissions.</summary>
    /// <param name="Member">The member.</param>
    public sealed record SetMember(ChannelMember Member) : ChannelCommand;

    /// <summary>Ends a membership.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record RemoveMember(string Technician) : ChannelCommand;

    /// <summary>Removes the channel, for good. Sessions that stand in it go on under the settings that they have.</summary>
    public sealed record Remove : ChannelCommand;
}
