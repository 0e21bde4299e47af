using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>The channels of support sessions: what a host application calls (SES-02).</summary>
/// <remarks>
/// Thread-safe. A technician knows of the shared channels in which he works, by membership or by a permission of the host's, and of his own private ones; an administrator
/// (<see cref="SessionPermissions.Administer"/>) of all that are shared. All others do not exist for him: <c>channels.not-found</c>.
/// </remarks>
public sealed class ChannelWorkflow
{
    private const int PageSize = 1_000;

    private readonly IMachineStore _store;
    private readonly MachineRunner<SupportChannelMachine, SupportChannel, ChannelCommand, ChannelEvent, NoEffect> _runner;
    private readonly TimeProvider _timeProvider;

    internal ChannelWorkflow(
        IMachineStore store,
        MachineRunner<SupportChannelMachine, SupportChannel, ChannelCommand, ChannelEvent, NoEffect> runner,
        TimeProvider timeProvider)
    {
        _store = store;
        _runner = runner;
        _timeProvider = timeProvider;
    }

    /// <summary>Makes a channel. A shared one takes an administrator; a private one is its maker's alone. Made again in the same way, it is the same.</summary>
    /// <param name="channel">Its id, never used before: lower-case letters, digits and hyphens, up to 200.</param>
    /// <param name="name">Its name: up to 64 characters; unique among the shared ones, without regard to case.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="origin">Who asks; a host that sets itself up may be <see cref="CommandOrigin.System"/>.</param>
    /// <param name="isPrivate">Whether it is for whoever makes it alone.</param>
    /// <param name="isDefault">Whether it is a default channel, which cannot be removed.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel, or the refusal.</returns>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public ValueTask<Outcome<ChannelView>> CreateAsync(
        string channel,
        string name,
        ChannelSettings settings,
        CommandOrigin origin,
        bool isPrivate = false,
        bool isDefault = false,
        CommandOptions options = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(settings);
        if (!SessionChannels.TryStreamOf(channel, out _))
        {
            throw new ArgumentException($"'{channel}' is no channel id. Use lower-case letters, digits and hyphens, up to 200.", nameof(channel));
        }

        return ExecuteAsync(channel, new ChannelCommand.Create(channel, name, settings, isPrivate, isDefault), origin, options, cancellationToken);
    }

    /// <summary>Gives the channel another name.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="name">The name: up to 64 characters.</param>
    /// <param name="origin">Who asks: a manager.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it stands afterwards, or the refusal.</returns>
    public ValueTask<Outcome<ChannelView>> RenameAsync(
        string channel, string name, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ExecuteAsync(channel, new ChannelCommand.Rename(name), origin, options, cancellationToken);
    }

    /// <summary>Gives the channel other settings; they hold for sessions made, or moved there, from now on.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="origin">Who asks: a manager.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it stands afterwards, or the refusal.</returns>
    public ValueTask<Outcome<ChannelView>> ConfigureAsync(
        string channel, ChannelSettings settings, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ExecuteAsync(channel, new ChannelCommand.Configure(settings), origin, options, cancellationToken);
    }

    /// <summary>Makes a technician a member, or changes a member's permissions.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="member">The member.</param>
    /// <param name="origin">Who asks: a manager.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException">The member names no technician.</exception>
    public ValueTask<Outcome<ChannelView>> SetMemberAsync(
        string channel, ChannelMember member, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentException.ThrowIfNullOrWhiteSpace(member.Technician, nameof(member));
        return ExecuteAsync(channel, new ChannelCommand.SetMember(member), origin, options, cancellationToken);
    }

    /// <summary>Ends a membership. The technician keeps the sessions to which he is assigned or invited, and loses sight of all others at once.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="technician">The technician; one who is no member is no hindrance.</param>
    /// <param name="origin">Who asks: a manager.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it stands afterwards, or the refusal.</returns>
    public ValueTask<Outcome<ChannelView>> RemoveMemberAsync(
        string channel, string technician, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(technician);
        return ExecuteAsync(channel, new ChannelCommand.RemoveMember(technician), origin, options, cancellationToken);
    }

    /// <summary>Removes the channel, for good. Sessions that stand in it go on under the settings that they have.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="origin">Who asks: an administrator, or the owner of a private channel.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it was, now removed; or the refusal.</returns>
    public ValueTask<Outcome<ChannelView>> RemoveAsync(string channel, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(channel, new ChannelCommand.Remove(), origin, options, cancellationToken);

    /// <summary>Gives a command; the methods named after the actions are more convenient.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel as it stands afterwards, or the refusal; <c>channels.name-taken</c> when another shared channel has the name.</returns>
    public async ValueTask<Outcome<ChannelView>> ExecuteAsync(
        string channel, ChannelCommand command, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (!SessionChannels.TryStreamOf(channel, out var stream))
        {
            return ChannelRefusals.NotFound.Refuse();
        }

        var outcome = await _runner.ExecuteAsync(stream, command, origin, options, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal is not { } refusal)
        {
            return View(channel, outcome.Value, origin);
        }

        if (refusal.Definition == KernelRefusals.ClaimTaken)
        {
            return ChannelRefusals.NameTaken.Refuse();
        }

        // Many a refusal would tell an outsider that the channel is there.
        var isHidden = !SessionPermissions.IsEndUser(origin.Actor)
            && ((await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false)).State is not { } state || !SupportChannelMachine.IsVisibleTo(state, origin.Actor));
        return (command, isHidden) switch
        {
            (_, false) => refusal,
            (ChannelCommand.Create, true) => refusal.Definition == KernelRefusals.VersionChanged ? ChannelRefusals.IdTaken.Refuse() : refusal,
            _ => ChannelRefusals.NotFound.Refuse(),
        };
    }

    /// <summary>Reads a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel, or <c>channels.not-found</c>, also for one that the technician does not know of.</returns>
    public async ValueTask<Outcome<ChannelView>> GetAsync(string channel, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (SessionPermissions.IsEndUser(origin.Actor))
        {
            return ChannelRefusals.TechnicianOnly.Refuse();
        }

        return SessionChannels.TryStreamOf(channel, out var stream)
            && await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false) is { State: { } state } view
            && SupportChannelMachine.IsVisibleTo(state, origin.Actor)
            ? View(channel, view, origin)
            : ChannelRefusals.NotFound.Refuse();
    }

    /// <summary>Lists the channels that the technician knows of, by name.</summary>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channels; none for an end user.</returns>
    public async ValueTask<IReadOnlyList<ChannelView>> ListAsync(CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        var found = new Dictionary<StreamId, MachineView<SupportChannel>>();
        await CollectAsync(new(SupportChannelMachine.TechnicianIndex, origin.Actor.Id)).ConfigureAwait(false);

        // By permissions of the host's a technician may work in any shared channel; which, the machine knows.
        if (origin.Actor == Actor.System || origin.Actor.Permissions.Count > 0)
        {
            await CollectAsync(new(SupportChannelMachine.SharedIndex, "")).ConfigureAwait(false);
        }

        return
        [
            .. found.Where(channel => SupportChannelMachine.IsVisibleTo(channel.Value.State!, origin.Actor))
                .OrderBy(channel => channel.Value.State!.Name, StringComparer.OrdinalIgnoreCase).ThenBy(channel => channel.Key.Value, StringComparer.Ordinal)
                .Select(channel => View(channel.Key.Key, channel.Value, origin)),
        ];

        async ValueTask CollectAsync(IndexEntry entry)
        {
            StreamId after = default;
            while (true)
            {
                var records = await _store.FindAsync(entry, after, PageSize, cancellationToken).ConfigureAwait(false);
                foreach (var record in records)
                {
                    found[record.Id] = SupportChannelMachine.Format.Read(record.Snapshot) is { } channel
                        ? new(channel, record.Version)
                        : await _runner.ReadAsync(record.Id, cancellationToken).ConfigureAwait(false);
                }

                if (records.Count < PageSize)
                {
                    return;
                }

                after = records[^1].Id;
            }
        }
    }

    private ChannelView View(string channel, MachineView<SupportChannel> view, CommandOrigin origin) => new(
        channel,
        view.State!,
        view.Version,
        SupportChannelMachine.Explain(view.State, new CommandContext(origin.Actor, _timeProvider.GetUtcNow(), origin.CorrelationId)));
}
