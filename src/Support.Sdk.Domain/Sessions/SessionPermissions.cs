using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>The permissions and the role that an <see cref="Actor"/> may have towards support sessions.</summary>
/// <remarks>Thread-safe. A private channel knows no permissions: it is its owner's alone.</remarks>
public static class SessionPermissions
{
    /// <summary>The role of the person who is helped; whoever has it acts by link or PIN and is no technician.</summary>
    public const string EndUserRole = "sessions.end-user";

    /// <summary>The permission to make, and to remove, the channels that technicians share.</summary>
    public const string Administer = "sessions.administer";

    /// <summary>The permission to work in a channel.</summary>
    /// <param name="channel">The channel's id: lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public static string Access(string channel) => $"sessions.access:{CheckedChannel(channel)}";

    /// <summary>The permission to give a session of a channel up: to release it, or to hand it to another technician (SES-07, SES-10).</summary>
    /// <param name="channel">The channel's id: lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public static string Release(string channel) => $"sessions.release:{CheckedChannel(channel)}";

    /// <summary>The permission to manage a channel, which includes working in it and giving its sessions up.</summary>
    /// <param name="channel">The channel's id: lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public static string Manage(string channel) => $"sessions.manage:{CheckedChannel(channel)}";

    /// <summary>Whether somebody is an end user, and so no technician.</summary>
    /// <param name="actor">Who.</param>
    public static bool IsEndUser(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Roles.Contains(EndUserRole);
    }

    internal static bool CanWorkIn(SessionChannel channel, Actor actor) =>
        CanManage(channel, actor) || (channel.Owner is null && actor.Permissions.Contains(Access(channel.Id)));

    internal static bool CanManage(SessionChannel channel, Actor actor) =>
        actor == Actor.System || (channel.Owner is { } owner ? owner == actor.Id : actor.Permissions.Contains(Manage(channel.Id)));

    internal static bool CanRelease(SessionChannel channel, Actor actor) =>
        CanManage(channel, actor) || (channel.Owner is null && actor.Permissions.Contains(Release(channel.Id)));

    // Look-ups among permissions disregard case; ids that differ in case alone would open each other's channels.
    internal static string CheckedChannel(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        return channel.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? channel
            : throw new ArgumentException($"'{channel}' is no channel id. Use lower-case letters, digits and hyphens.", nameof(channel));
    }
}
