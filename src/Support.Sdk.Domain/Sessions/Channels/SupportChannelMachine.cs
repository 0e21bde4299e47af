using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using static Support.Sdk.Sessions.ChannelRefusals;

namespace Support.Sdk.Sessions;

/// <summary>Decides about one channel of support sessions (SES-02).</summary>
/// <remarks>
/// Pure and thread-safe. An administrator (<see cref="SessionPermissions.Administer"/>) makes and removes shared channels and may do everything that their
/// managers may; a private channel is its owner's, and to all others does not exist. A removed channel answers as one that never was.
/// </remarks>
public sealed class SupportChannelMachine : IMachine<SupportChannel, ChannelCommand, ChannelEvent, NoEffect>
{
    /// <summary>The index under which all shared channels are found, with an empty value.</summary>
    public const string SharedIndex = "channel-shared";

    /// <summary>The index under which the channels of a technician are found: those where he is a member, and his private ones.</summary>
    public const string TechnicianIndex = "channel-technician";

    /// <summary>How long a name may be, in characters (fact sheet 1.6).</summary>
    public const int MaxNameLength = 64;

    /// <summary>How many members a channel has, at most (fact sheet 1.6).</summary>
    public const int MaxMembers = 1_000;

    private SupportChannelMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("support-channel", 1, ChannelTables.Channel);

    /// <inheritdoc />
    public static MachineFormat<SupportChannel, ChannelEvent, NoEffect> Format { get; } = new(
        Info,
        ChannelJsonContext.Default.SupportChannel,
        ChannelJsonContext.Default.ChannelEvent,
        effect: null);

    /// <summary>The stream of a channel.</summary>
    /// <param name="channel">The channel's id: lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public static StreamId StreamOf(string channel) => StreamId.Create(Info.Name, SessionPermissions.CheckedChannel(channel));

    /// <inheritdoc />
    public static Decision<ChannelEvent> Decide(SupportChannel? state, ChannelCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Guard(state, TriggerOf(command), context.Actor) is { } refusal)
        {
            return refusal;
        }

        return command switch
        {
            ChannelCommand.Create create => DecideCreate(state, create, context.Actor),
            ChannelCommand.Rename rename when !IsName(rename.Name) => NameInvalid.Refuse(MaxNameLength),
            ChannelCommand.Rename rename => When(state!.Name != rename.Name, new ChannelEvent.Renamed(rename.Name)),
            ChannelCommand.Configure configure => When(state!.Settings != configure.Settings, new ChannelEvent.Configured(configure.Settings)),
            ChannelCommand.SetMember set => DecideSetMember(state!, set.Member),
            ChannelCommand.RemoveMember remove => When(state!.FindMember(remove.Technician) is not null, new ChannelEvent.MemberRemoved(remove.Technician)),
            ChannelCommand.Remove => new ChannelEvent.Removed(),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static SupportChannel Evolve(SupportChannel? state, ChannelEvent @event)
    {
        if (@event is ChannelEvent.Created created)
        {
            return new SupportChannel
            {
                Id = created.Id,
                Status = ChannelStatus.Open,
                Name = created.Name,
                Settings = created.Settings,
                Owner = created.Owner,
                IsDefault = created.IsDefault,
            };
        }

        var channel = state ?? throw new InvalidOperationException($"The history of a channel begins with {@event.GetType().Name}.");
        return @event switch
        {
            ChannelEvent.Renamed renamed => channel with { Name = renamed.Name },
            ChannelEvent.Configured configured => channel with { Settings = configured.Settings },
            ChannelEvent.MemberSet { Member: var member } => channel.FindMember(member.Technician) is { } known
                ? channel with { Members = channel.Members.Replace(known, member) }
                : channel with { Members = channel.Members.Add(member) },
            ChannelEvent.MemberRemoved removed => channel with { Members = channel.Members.RemoveAll(member => member.Technician == removed.Technician) },
            ChannelEvent.Removed => channel with { Status = ChannelStatus.Removed, Members = [] },
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<ChannelEvent> Advance(SupportChannel state, DateTimeOffset now) => Decision<ChannelEvent>.Nothing;

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(SupportChannel state) => null;

    /// <inheritdoc />
    public static void React(ChannelEvent @event, SupportChannel after, ICollection<NoEffect> effects)
    {
    }

    /// <inheritdoc />
    public static StatusChange Describe(SupportChannel? before, ChannelEvent @event, SupportChannel after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new("", (before?.Status ?? ChannelStatus.None).ToString(), after.Status.ToString());
    }

    /// <inheritdoc />
    /// <remarks>A shared channel holds its name; a private one none, for a name that is taken would tell of it.</remarks>
    public static IReadOnlyList<string> Claims(SupportChannel state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state is { IsOpen: true, Owner: null } ? [$"channel-name/{state.Name.ToUpperInvariant()}"] : [];
    }

    /// <inheritdoc />
    public static IReadOnlyList<IndexEntry> Index(SupportChannel state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state switch
        {
            { IsOpen: false } => [],
            { Owner: { } owner } => [new(TechnicianIndex, owner)],
            _ => [new(SharedIndex, ""), .. state.Members.Select(member => new IndexEntry(TechnicianIndex, member.Technician))],
        };
    }

    /// <summary>Whether a technician knows of the channel: works in it, manages it or administers all that are shared; of a private one its owner alone.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="actor">The technician.</param>
    /// <returns>Always <see langword="false"/> for a removed channel and for an end user.</returns>
    public static bool IsVisibleTo(SupportChannel channel, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(actor);
        if (!channel.IsOpen || SessionPermissions.IsEndUser(actor))
        {
            return false;
        }

        return channel.Owner is { } owner
            ? owner == actor.Id
            : IsAdministrator(actor) || channel.FindMember(actor.Id) is not null || SessionPermissions.CanWorkIn(channel.ToSessionChannel(), actor);
    }

    /// <inheritdoc />
    public static IReadOnlyList<ActionStatus> Explain(SupportChannel? state, in CommandContext context)
    {
        var actions = new ActionStatus[ChannelTables.Channel.Triggers.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            var trigger = (ChannelTrigger)i;
            actions[i] = ActionStatus.From(
                ChannelTables.Channel.Triggers[i],
                Guard(state, trigger, context.Actor),
                otherwise: trigger == ChannelTrigger.Remove ? ActionAvailability.Allowed : ActionAvailability.DependsOnPayload);
        }

        return actions;
    }

    private static ChannelTrigger TriggerOf(ChannelCommand command) => command switch
    {
        ChannelCommand.Create => ChannelTrigger.Create,
        ChannelCommand.Rename => ChannelTrigger.Rename,
        ChannelCommand.Configure => ChannelTrigger.Configure,
        ChannelCommand.SetMember => ChannelTrigger.SetMember,
        ChannelCommand.RemoveMember => ChannelTrigger.RemoveMember,
        ChannelCommand.Remove => ChannelTrigger.Remove,
        _ => throw new UnreachableException($"The command {command.GetType().Name} has no trigger."),
    };

    // Whoever may not know of a private channel gets the answer of one that does not exist, before anything else is looked at.
    private static Refusal? Guard(SupportChannel? channel, ChannelTrigger trigger, Actor actor)
    {
        if (SessionPermissions.IsEndUser(actor))
        {
            return TechnicianOnly.Refuse();
        }

        if (trigger == ChannelTrigger.Create)
        {
            return null;
        }

        if (channel is not { IsOpen: true } || (channel.Owner is { } owner && owner != actor.Id))
        {
            return NotFound.Refuse();
        }

        return trigger switch
        {
            ChannelTrigger.Remove when channel.Owner is null && !IsAdministrator(actor) => AdministratorRequired.Refuse(),
            ChannelTrigger.Remove => channel.IsDefault ? DefaultChannel.Refuse() : null,
            _ when channel.Owner is null && !IsAdministrator(actor) && !IsManager(channel, actor) => ManagerRequired.Refuse(),
            ChannelTrigger.SetMember or ChannelTrigger.RemoveMember when channel.Owner is not null => PrivateChannel.Refuse(),
            _ => null,
        };
    }

    private static Decision<ChannelEvent> DecideCreate(SupportChannel? channel, ChannelCommand.Create create, Actor actor)
    {
        if (!create.IsPrivate && !IsAdministrator(actor))
        {
            return AdministratorRequired.Refuse();
        }

        if (!IsName(create.Name))
        {
            return NameInvalid.Refuse(MaxNameLength);
        }

        var created = new ChannelEvent.Created(create.Id, create.Name, create.Settings, create.IsPrivate ? actor.Id : null, create.IsDefault);
        if (channel is null)
        {
            return created;
        }

        var isRepeat = channel.IsOpen
            && created == new ChannelEvent.Created(channel.Id, channel.Name, channel.Settings, channel.Owner, channel.IsDefault);
        return isRepeat ? Decision<ChannelEvent>.Nothing : IdTaken.Refuse();
    }

    private static Decision<ChannelEvent> DecideSetMember(SupportChannel channel, ChannelMember member)
    {
        var known = channel.FindMember(member.Technician);
        return known is null && channel.Members.Length >= MaxMembers
            ? MemberLimit.Refuse(MaxMembers)
            : When(known != member, new ChannelEvent.MemberSet(member));
    }

    private static Decision<ChannelEvent> When(bool changes, ChannelEvent @event) => changes ? @event : Decision<ChannelEvent>.Nothing;

    private static bool IsAdministrator(Actor actor) => actor == Actor.System || actor.Permissions.Contains(SessionPermissions.Administer);

    private static bool IsManager(SupportChannel channel, Actor actor) =>
        channel.FindMember(actor.Id) is { IsManager: true } || actor.Permissions.Contains(SessionPermissions.Manage(channel.Id));

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= MaxNameLength;
}
