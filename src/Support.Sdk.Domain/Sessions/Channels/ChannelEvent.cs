using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

/// <summary>What can happen to a channel. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Created), "channel-created")]
[JsonDerivedType(typeof(Renamed), "channel-renamed")]
[JsonDerivedType(typeof(Configured), "channel-configured")]
[JsonDerivedType(typeof(MemberSet), "channel-member-set")]
[JsonDerivedType(typeof(MemberRemoved), "channel-member-removed")]
[JsonDerivedType(typeof(Removed), "channel-removed")]
public abstract record ChannelEvent
{
    private protected ChannelEvent()
    {
    }

    /// <summary>The channel was made.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Settings">Its settings.</param>
    /// <param name="Owner">Whose private channel it is; <see langword="null"/> for one that is shared.</param>
    /// <param name="IsDefault">Whether it is a default channel.</param>
    public sealed record Created(string Id, string Name, ChannelSettings Settings, string? Owner, bool IsDefault) : ChannelEvent;

    /// <summary>It got another name.</summary>
    /// <param name="Name">The name.</param>
    public sealed record Renamed(string Name) : ChannelEvent;

    /// <summary>It got other settings.</summary>
    /// <param name="Settings">The settings.</param>
    public sealed record Configured(ChannelSettings Settings) : ChannelEvent;

    /// <summary>A technician became a member, or got other permissions.</summary>
    /// <param name="Member">The member.</param>
    public sealed record MemberSet(ChannelMember Member) : ChannelEvent;

    /// <summary>A technician is no member any more.</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record MemberRemoved(string Technician) : ChannelEvent;

    /// <summary>The channel was removed.</summary>
    public sealed record Removed : ChannelEvent;
}
