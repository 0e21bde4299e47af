using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Meetings;

/// <summary>Decides the set-up of meetings for one account of a work item system (MTG-02, MTG-13, MTG-15).</summary>
/// <remarks>
/// Pure and thread-safe. Whoever configures needs the permission <see cref="MeetingSetupRefusals.ConfigurePermission"/>; the SDK itself may.
/// </remarks>
public sealed class MeetingSetupMachine : IMachine<MeetingSetup, MeetingSetupCommand, MeetingSetupEvent, NoEffect>
{
    private const int MaxDays = 365;

    private MeetingSetupMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("meeting-setup", 1, MeetingSetupTables.Setup);

    /// <inheritdoc />
    public static MachineFormat<MeetingSetup, MeetingSetupEvent, NoEffect> Format { get; } = new(
        Info,
        MeetingSetupJsonContext.Default.MeetingSetup,
        MeetingSetupJsonContext.Default.MeetingSetupEvent,
        effect: null);

    /// <summary>The stream of an account's set-up.</summary>
    /// <param name="system">The work item system, such as <c>zendesk</c>.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    public static StreamId StreamOf(string system, string account) => StreamId.Create(Info.Name, $"{system}:{account}");

    /// <inheritdoc />
    public static Decision<MeetingSetupEvent> Decide(MeetingSetup? state, MeetingSetupCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        state ??= MeetingSetup.None;
        if (Guard(state, TriggerOf(command), context) is { } refusal)
        {
            return refusal;
        }

        return command switch
        {
            MeetingSetupCommand.Install => When(state.Status == MeetingSetupStatus.NotInstalled, new MeetingSetupEvent.Installed()),
            MeetingSetupCommand.Uninstall => When(state.Status != MeetingSetupStatus.NotInstalled, new MeetingSetupEvent.Uninstalled()),
            MeetingSetupCommand.LinkSite link => DecideLink(state, link),
            MeetingSetupCommand.UnlinkSite => When(state.Status >= MeetingSetupStatus.Linked, new MeetingSetupEvent.SiteUnlinked()),
            MeetingSetupCommand.EnableExtension => When(state.Status == MeetingSetupStatus.Linked, new MeetingSetupEvent.ExtensionEnabled()),
            MeetingSetupCommand.DisableExtension => When(state.Status == MeetingSetupStatus.Enabled, new MeetingSetupEvent.ExtensionDisabled()),
            MeetingSetupCommand.SignInAdministrator => When(!state.AdministratorSignedIn, new MeetingSetupEvent.AdministratorSignedIn()),
            MeetingSetupCommand.EnableMeetings => When(!state.MeetingsEnabled, new MeetingSetupEvent.MeetingsSwitched(true)),
            MeetingSetupCommand.DisableMeetings => When(state.MeetingsEnabled, new MeetingSetupEvent.MeetingsSwitched(false)),
            MeetingSetupCommand.ConfigureLogging logging => When(state.LoggingEnabled != logging.Enabled, new MeetingSetupEvent.LoggingSwitched(logging.Enabled)),
            MeetingSetupCommand.ConfigureLists lists => DecideLists(state, lists),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static MeetingSetup Evolve(MeetingSetup? state, MeetingSetupEvent @event)
    {
        state ??= MeetingSetup.None;
        return @event switch
        {
            MeetingSetupEvent.Installed => state with { Status = MeetingSetupStatus.Installed },
            MeetingSetupEvent.Uninstalled => MeetingSetup.None,
            MeetingSetupEvent.SiteLinked linked => state with { Status = MeetingSetupStatus.Linked, Site = linked.Site },
            MeetingSetupEvent.SiteUnlinked => state with { Status = MeetingSetupStatus.Installed, Site = "" },
            MeetingSetupEvent.ExtensionEnabled => state with { Status = MeetingSetupStatus.Enabled },
            MeetingSetupEvent.ExtensionDisabled => state with { Status = MeetingSetupStatus.Linked },
            MeetingSetupEvent.AdministratorSignedIn => state with { AdministratorSignedIn = true },
            MeetingSetupEvent.MeetingsSwitched switched => state with { MeetingsEnabled = switched.Enabled },
            MeetingSetupEvent.LoggingSwitched switched => state with { LoggingEnabled = switched.Enabled },
            MeetingSetupEvent.ListsConfigured lists => state with { PastDays = lists.PastDays, UpcomingDays = lists.UpcomingDays },
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<MeetingSetupEvent> Advance(MeetingSetup state, DateTimeOffset now) => Decision<MeetingSetupEvent>.Nothing;

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(MeetingSetup state) => null;

    /// <inheritdoc />
    public static void React(MeetingSetupEvent @event, MeetingSetup after, ICollection<NoEffect> effects)
    {
    }

    /// <inheritdoc />
    public static StatusChange Describe(MeetingSetup? before, MeetingSetupEvent @event, MeetingSetup after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new("", (before ?? MeetingSetup.None).Status.ToString(), after.Status.ToString());
    }

    /// <inheritdoc />
    public static IReadOnlyList<ActionStatus> Explain(MeetingSetup? state, in CommandContext context)
    {
        state ??= MeetingSetup.None;
        var actions = new ActionStatus[MeetingSetupTables.Setup.Triggers.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            var trigger = (MeetingSetupTrigger)i;
            var hasPayload = trigger is MeetingSetupTrigger.LinkSite or MeetingSetupTrigger.ConfigureLists;
            actions[i] = ActionStatus.From(
                MeetingSetupTables.Setup.Triggers[i],
                Guard(state, trigger, context),
                otherwise: hasPayload ? ActionAvailability.DependsOnPayload : ActionAvailability.Allowed);
        }

        return actions;
    }

    private static Refusal? Guard(MeetingSetup state, MeetingSetupTrigger trigger, in CommandContext context)
    {
        if (context.Actor != Actor.System && !context.Actor.Permissions.Contains(MeetingSetupRefusals.ConfigurePermission))
        {
            return MeetingSetupRefusals.PermissionMissing.Refuse(MeetingSetupRefusals.ConfigurePermission);
        }

        if (MeetingSetupTables.Setup[state.Status, trigger].Refusal is { } refusal)
        {
            return refusal;
        }

        return trigger == MeetingSetupTrigger.EnableMeetings && !state.AdministratorSignedIn ? MeetingSetupRefusals.AdministratorNotSignedIn.Refuse() : null;
    }

    private static Decision<MeetingSetupEvent> DecideLink(MeetingSetup state, MeetingSetupCommand.LinkSite link)
    {
        if (string.IsNullOrWhiteSpace(link.Site))
        {
            return MeetingSetupRefusals.SiteEmpty.Refuse();
        }

        // Another site has another administrator, who has yet to enable the extension.
        return When(!string.Equals(state.Site, link.Site, StringComparison.OrdinalIgnoreCase), new MeetingSetupEvent.SiteLinked(link.Site));
    }

    private static Decision<MeetingSetupEvent> DecideLists(MeetingSetup state, MeetingSetupCommand.ConfigureLists lists)
    {
        foreach (var days in (ReadOnlySpan<int>)[lists.PastDays, lists.UpcomingDays])
        {
            if (days is < 0 or > MaxDays)
            {
                return MeetingSetupRefusals.RangeInvalid.Refuse(days, MaxDays);
            }
        }

        return When(state.PastDays != lists.PastDays || state.UpcomingDays != lists.UpcomingDays, new MeetingSetupEvent.ListsConfigured(lists.PastDays, lists.UpcomingDays));
    }

    private static Decision<MeetingSetupEvent> When(bool changes, MeetingSetupEvent @event) => changes ? @event : Decision<MeetingSetupEvent>.Nothing;

    private static MeetingSetupTrigger TriggerOf(MeetingSetupCommand command) => command switch
    {
        MeetingSetupCommand.Install => MeetingSetupTrigger.Install,
        MeetingSetupCommand.Uninstall => MeetingSetupTrigger.Uninstall,
        MeetingSetupCommand.LinkSite => MeetingSetupTrigger.LinkSite,
        MeetingSetupCommand.UnlinkSite => MeetingSetupTrigger.UnlinkSite,
        MeetingSetupCommand.EnableExtension => MeetingSetupTrigger.EnableExtension,
        MeetingSetupCommand.DisableExtension => MeetingSetupTrigger.DisableExtension,
        MeetingSetupCommand.SignInAdministrator => MeetingSetupTrigger.SignInAdministrator,
        MeetingSetupCommand.EnableMeetings => MeetingSetupTrigger.EnableMeetings,
        MeetingSetupCommand.DisableMeetings => MeetingSetupTrigger.DisableMeetings,
        MeetingSetupCommand.ConfigureLogging => MeetingSetupTrigger.ConfigureLogging,
        MeetingSetupCommand.ConfigureLists => MeetingSetupTrigger.ConfigureLists,
        _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
    };
}
