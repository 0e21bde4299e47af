using System.Collections.Immutable;
using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Webinars;

/// <summary>Decides the configuration of the import for one account of the system into which is imported (WBN-02, WBN-07, WBN-08, WBN-09).</summary>
/// <remarks>Pure and thread-safe. Whoever configures needs the permission <see cref="ImportAccess.ImportAdmin"/>.</remarks>
public sealed class WebinarSetupMachine : IMachine<WebinarSetup, WebinarSetupCommand, WebinarSetupEvent, NoEffect>
{
    private WebinarSetupMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("webinar-setup", 1, WebinarSetupTables.Setup);

    /// <inheritdoc />
    public static MachineFormat<WebinarSetup, WebinarSetupEvent, NoEffect> Format { get; } = new(
        Info,
        WebinarSetupJsonContext.Default.WebinarSetup,
        WebinarSetupJsonContext.Default.WebinarSetupEvent,
        effect: null);

    /// <summary>The stream of an account's configuration.</summary>
    /// <param name="system">The system into which is imported, such as <c>salesforce</c>.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    public static StreamId StreamOf(string system, string account) => StreamId.Create(Info.Name, $"{system}:{account}");

    /// <inheritdoc />
    public static Decision<WebinarSetupEvent> Decide(WebinarSetup? state, WebinarSetupCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        state ??= WebinarSetup.None;
        if (Guard(state, TriggerOf(command), context) is { } refusal)
        {
            return refusal;
        }

        return command switch
        {
            WebinarSetupCommand.SaveMapping save => DecideSave(state, save),
            WebinarSetupCommand.DeleteMapping delete => DecideDelete(state, delete),
            WebinarSetupCommand.SwitchEverybody it => When(state.Access.IsForEverybody != it.Enabled, new WebinarSetupEvent.EverybodySwitched(it.Enabled)),
            WebinarSetupCommand.AddUser add => DecideName(add.User, state.Access.Users, isWanted: true, static name => new WebinarSetupEvent.UserAdded(name)),
            WebinarSetupCommand.RemoveUser remove => DecideName(remove.User, state.Access.Users, isWanted: false, static name => new WebinarSetupEvent.UserRemoved(name)),
            WebinarSetupCommand.AddProfile add => DecideName(add.Profile, state.Access.Profiles, isWanted: true, static name => new WebinarSetupEvent.ProfileAdded(name)),
            WebinarSetupCommand.RemoveProfile remove =>
                DecideName(remove.Profile, state.Access.Profiles, isWanted: false, static name => new WebinarSetupEvent.ProfileRemoved(name)),
            WebinarSetupCommand.SetRange range => DecideRange(state, range),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static WebinarSetup Evolve(WebinarSetup? state, WebinarSetupEvent @event)
    {
        state ??= WebinarSetup.None;
        var access = state.Access;
        return @event switch
        {
            WebinarSetupEvent.MappingSaved saved => state.With(saved.Mapping),
            WebinarSetupEvent.MappingDeleted deleted => state.WithoutMapping(deleted.Object),
            WebinarSetupEvent.EverybodySwitched switched => state with { Access = access with { IsForEverybody = switched.Enabled } },
            WebinarSetupEvent.UserAdded added => state with { Access = access with { Users = access.Users.Add(added.User) } },
            WebinarSetupEvent.UserRemoved removed => state with { Access = access with { Users = access.Users.Remove(removed.User, StringComparer.OrdinalIgnoreCase) } },
            WebinarSetupEvent.ProfileAdded added => state with { Access = access with { Profiles = access.Profiles.Add(added.Profile) } },
            WebinarSetupEvent.ProfileRemoved removed =>
                state with { Access = access with { Profiles = access.Profiles.Remove(removed.Profile, StringComparer.OrdinalIgnoreCase) } },
            WebinarSetupEvent.RangeSet set => state with { Range = new WebinarRange(set.PastDays, set.UpcomingDays) },
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<WebinarSetupEvent> Advance(WebinarSetup state, DateTimeOffset now) => Decision<WebinarSetupEvent>.Nothing;

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(WebinarSetup state) => null;

    /// <inheritdoc />
    public static void React(WebinarSetupEvent @event, WebinarSetup after, ICollection<NoEffect> effects)
    {
    }

    /// <inheritdoc />
    public static StatusChange Describe(WebinarSetup? before, WebinarSetupEvent @event, WebinarSetup after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new("", (before ?? WebinarSetup.None).Status.ToString(), after.Status.ToString());
    }

    /// <inheritdoc />
    public static IReadOnlyList<ActionStatus> Explain(WebinarSetup? state, in CommandContext context)
    {
        state ??= WebinarSetup.None;
        var actions = new ActionStatus[WebinarSetupTables.Setup.Triggers.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            var trigger = (WebinarSetupTrigger)i;
            actions[i] = ActionStatus.From(
                WebinarSetupTables.Setup.Triggers[i],
                Guard(state, trigger, context),
                otherwise: trigger == WebinarSetupTrigger.SwitchEverybody ? ActionAvailability.Allowed : ActionAvailability.DependsOnPayload);
        }

        return actions;
    }

    private static Refusal? Guard(WebinarSetup state, WebinarSetupTrigger trigger, in CommandContext context) =>
        ImportAccess.RefuseConfigure(context.Actor) ?? WebinarSetupTables.Setup[state.Status, trigger].Refusal;

    private static Decision<WebinarSetupEvent> DecideSave(WebinarSetup state, WebinarSetupCommand.SaveMapping save)
    {
        var mapping = save.Mapping;
        if (!IsSame(save.ConfirmedPrimaryKey, mapping.PrimaryKey))
        {
            return WebinarSetupRefusals.ConfirmPrimaryKey.Refuse(mapping.Object, mapping.PrimaryKey);
        }

        if (state.FindKey(mapping.Object) is { } former && !IsSame(former, mapping.PrimaryKey))
        {
            // A forecast of another change says nothing of this one.
            if (save.KeyChange is not { } change || !IsSame(change.From, former))
            {
                return WebinarSetupRefusals.KeyChangeUnchecked.Refuse(mapping.Object, former, mapping.PrimaryKey);
            }

            if (change is { IsConfirmed: false, Forecast: { IsSafe: false } forecast })
            {
                return WebinarSetupRefusals.ConfirmKeyChange.Refuse(mapping.Object, former, mapping.PrimaryKey, forecast.Records, forecast.Lost, forecast.Shared);
            }
        }

        return When(state.Find(mapping.Object) != mapping, new WebinarSetupEvent.MappingSaved(mapping));
    }

    private static Decision<WebinarSetupEvent> DecideDelete(WebinarSetup state, WebinarSetupCommand.DeleteMapping delete)
    {
        if (state.Find(delete.Object) is not { } mapping)
        {
            return WebinarSetupRefusals.MappingMissing.Refuse();
        }

        return delete.Confirmed ? new WebinarSetupEvent.MappingDeleted(mapping.Object) : WebinarSetupRefusals.ConfirmDelete.Refuse(mapping.Object);
    }

    private static Decision<WebinarSetupEvent> DecideName(string name, ImmutableArray<string> chosen, bool isWanted, Func<string, WebinarSetupEvent> change)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return WebinarSetupRefusals.NameEmpty.Refuse();
        }

        name = name.Trim();
        return When(chosen.Contains(name, StringComparer.OrdinalIgnoreCase) != isWanted, change(name));
    }

    private static Decision<WebinarSetupEvent> DecideRange(WebinarSetup state, WebinarSetupCommand.SetRange range)
    {
        foreach (var days in (ReadOnlySpan<int>)[range.PastDays, range.UpcomingDays])
        {
            if (days is < 0 or > WebinarRange.MaximumDays)
            {
                return WebinarSetupRefusals.RangeInvalid.Refuse(days, WebinarRange.MaximumDays);
            }
        }

        return When(
            state.Range.PastDays != range.PastDays || state.Range.UpcomingDays != range.UpcomingDays, new WebinarSetupEvent.RangeSet(range.PastDays, range.UpcomingDays));
    }

    private static Decision<WebinarSetupEvent> When(bool changes, WebinarSetupEvent @event) => changes ? @event : Decision<WebinarSetupEvent>.Nothing;

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static WebinarSetupTrigger TriggerOf(WebinarSetupCommand command) => command switch
    {
        WebinarSetupCommand.SaveMapping => WebinarSetupTrigger.SaveMapping,
        WebinarSetupCommand.DeleteMapping => WebinarSetupTrigger.DeleteMapping,
        WebinarSetupCommand.SwitchEverybody => WebinarSetupTrigger.SwitchEverybody,
        WebinarSetupCommand.AddUser => WebinarSetupTrigger.AddUser,
        WebinarSetupCommand.RemoveUser => WebinarSetupTrigger.RemoveUser,
        WebinarSetupCommand.AddProfile => WebinarSetupTrigger.AddProfile,
        WebinarSetupCommand.RemoveProfile => WebinarSetupTrigger.RemoveProfile,
        WebinarSetupCommand.SetRange => WebinarSetupTrigger.SetRange,
        _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
    };
}
