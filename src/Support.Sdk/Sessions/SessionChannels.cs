using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>Finds channels, and gives technicians the permissions of their memberships. Thread-safe.</summary>
internal sealed class SessionChannels(MachineRunner<SupportChannelMachine, SupportChannel, ChannelCommand, ChannelEvent, NoEffect> runner)
{
    /// <summary>What cannot be the id of a channel names none.</summary>
    public static bool TryStreamOf(string channel, out StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var isPossible = channel.Length is > 0 and <= StreamId.MaxLength / 2 && channel.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        stream = isPossible ? SupportChannelMachine.StreamOf(channel) : default;
        return isPossible;
    }

    public async ValueTask<SupportChannel?> FindAsync(string channel, CancellationToken cancellationToken) =>
        TryStreamOf(channel, out var stream) ? (await runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false)).State : null;

    /// <summary>The channel if the technician knows of it; else none.</summary>
    public async ValueTask<SupportChannel?> FindVisibleAsync(string channel, Actor technician, CancellationToken cancellationToken) =>
        await FindAsync(channel, cancellationToken).ConfigureAwait(false) is { } found && SupportChannelMachine.IsVisibleTo(found, technician) ? found : null;

    /// <summary>The actor with the permissions that the host gave him and those of his membership.</summary>
    public static Actor Empower(Actor actor, SupportChannel? channel)
    {
        var given = channel?.PermissionsOf(actor.Id) ?? [];
        return given.Count == 0 ? actor : new(actor.Id, actor.DisplayName, actor.Roles, [.. actor.Permissions, .. given]);
    }

    public async ValueTask<CommandOrigin> EmpowerAsync(CommandOrigin origin, string channel, CancellationToken cancellationToken) =>
        origin with { Actor = Empower(origin.Actor, await FindAsync(channel, cancellationToken).ConfigureAwait(false)) };
}
