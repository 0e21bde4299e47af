using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

/// <summary>A channel: a group of sessions with settings and members (SES-02). The state of the channel machine.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SupportChannel
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its status.</summary>
    public required ChannelStatus Status { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its settings.</summary>
    public required ChannelSettings Settings { get; init; }

    /// <summary>Whose private channel it is; <see langword="null"/> for one that is shared.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it is a default channel, which cannot be removed.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Its members, in the order in which they came; a private channel has none besides its owner.</summary>
    public ImmutableArray<ChannelMember> Members { get; init; } = [];

    /// <summary>Whether sessions can be made in it.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == ChannelStatus.Open;

    /// <summary>What a session made or moved here knows of the channel.</summary>
    public SessionChannel ToSessionChannel() => new(Id, Settings.TimeOut, Settings.ConsentTimeOut, Owner);

    /// <summary>Whether there is room for one more session.</summary>
    /// <param name="liveSessions">How many sessions live in it; see <see cref="SupportSessionMachine.LiveIndex"/>.</param>
    public bool HasRoom(int liveSessions) => IsOpen && liveSessions < Settings.Capacity;

    /// <summary>Finds a member; <see langword="null"/> when the technician is none.</summary>
    /// <param name="technician">The technician.</param>
    public ChannelMember? FindMember(string technician) => Members.FirstOrDefault(member => member.Technician == technician);

    /// <summary>The permissions that the channel gives to a technician, for <see cref="StateMachines.Actor.Permissions"/>.</summary>
    /// <param name="technician">The technician.</param>
    /// <returns>Nothing for who is no member, in a removed channel, and in a private one, whose owner needs none.</returns>
    public IReadOnlyList<string> PermissionsOf(string technician) => (IsOpen ? FindMember(technician) : null) switch
    {
        null => [],
        { IsManager: true } => [SessionPermissions.Access(Id), SessionPermissions.Release(Id), SessionPermissions.Manage(Id)],
        { CanRelease: true } => [SessionPermissions.Access(Id), SessionPermissions.Release(Id)],
        _ => [SessionPermissions.Access(Id)],
    };
}
