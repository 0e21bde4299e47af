using System.Collections.Immutable;
using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using static Support.Sdk.Webinars.WebinarImportRefusals;

namespace Support.Sdk.Webinars;

/// <summary>Decides about one import: what may happen next, and how far it is (WBN-11).</summary>
/// <remarks>
/// Pure and thread-safe. People start, accept, cancel and resume, and need <see cref="ImportAccess.ImportAdmin"/>; everything else is told by the run. An import that is not over holds its
/// object: two at a time would make two records of a person whom both bring.
/// </remarks>
public sealed class WebinarImportMachine : IMachine<WebinarImport, WebinarImportCommand, WebinarImportEvent, WebinarImportEffect>
{
    /// <summary>The index under which all imports are found, with an empty value.</summary>
    public const string AllIndex = "webinar-import";

    /// <summary>The index under which the imports of a webinar are found, by its id.</summary>
    public const string WebinarIndex = "webinar-import-webinar";

    private WebinarImportMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("webinar-import-run", 1, WebinarImportTables.Import);

    /// <inheritdoc />
    public static MachineFormat<WebinarImport, WebinarImportEvent, WebinarImportEffect> Format { get; } = new(
        Info,
        ImportRunJsonContext.Default.WebinarImport,
        ImportRunJsonContext.Default.WebinarImportEvent,
        ImportRunJsonContext.Default.WebinarImportEffect);

    /// <summary>The stream of an import.</summary>
    /// <param name="import">The import's id.</param>
    /// <exception cref="ArgumentException">The id is empty, too long or has control characters.</exception>
    public static StreamId StreamOf(string import) => StreamId.Create(Info.Name, import);

    /// <inheritdoc />
    public static Decision<WebinarImportEvent> Decide(WebinarImport? state, WebinarImportCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Guard(state, TriggerOf(command), context.Actor) is { } refusal)
        {
            return refusal;
        }

        if (command.Attempt is { } attempt && attempt != state?.Attempt)
        {
            return OutOfStep.Refuse();
        }

        return command switch
        {
            WebinarImportCommand.Start start => new WebinarImportEvent.Started(start.Id, start.Order, context.Actor.Id, context.Now),
            WebinarImportCommand.TakeOver => new WebinarImportEvent.TakenOver(state!.Attempt + 1),
            WebinarImportCommand.ConfirmPlan => new WebinarImportEvent.PlanConfirmed(),
            WebinarImportCommand.ReportDrift drift => new WebinarImportEvent.DriftFound(drift.Count, drift.Drifts.IsDefault ? [] : [.. drift.Drifts.Take(WebinarImport.MaximumDrifts)]),
            WebinarImportCommand.AcceptDrift => new WebinarImportEvent.DriftAccepted(),
            WebinarImportCommand.PrepareChunk chunk => chunk.Number == state!.LastChunk + 1 ? new WebinarImportEvent.ChunkPrepared(chunk.Number, chunk.Rows) : OutOfStep.Refuse(),
            WebinarImportCommand.BeginStep step => Chunk(state!, step.Number) is not { } chunk ? OutOfStep.Refuse() : When(!chunk.Begun.Contains(step.Step), new WebinarImportEvent.StepBegun(step.Number, step.Step)),
            WebinarImportCommand.OpenJob job => DecideOpenJob(state!, job),
            WebinarImportCommand.DropJob job => Chunk(state!, job.Number) is not { } chunk ? OutOfStep.Refuse() : When(chunk.Jobs.Contains(job.Job), new WebinarImportEvent.JobDropped(job.Number, job.Job)),
            WebinarImportCommand.SettleChunk chunk => Chunk(state!, chunk.Number) is null ? OutOfStep.Refuse() : new WebinarImportEvent.ChunkSettled(chunk.Number, chunk.Counts),
            WebinarImportCommand.Complete => state!.Status == ImportStatus.Importing ? new WebinarImportEvent.Completed(context.Now) : new WebinarImportEvent.Cancelled(context.Now),
            WebinarImportCommand.Cancel => DecideCancel(state!, context.Now),
            WebinarImportCommand.Abandon abandon => When(state!.Status == ImportStatus.Stopped, new WebinarImportEvent.Abandoned(abandon.Counts, context.Now)),
            WebinarImportCommand.Interrupt interrupt => new WebinarImportEvent.Interrupted(interrupt.Fault),
            WebinarImportCommand.Stop stop => When(state!.Status != ImportStatus.Stopped, new WebinarImportEvent.Stopped(stop.Kind, stop.Fault)),
            WebinarImportCommand.Resume => new WebinarImportEvent.Resumed(),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static WebinarImport Evolve(WebinarImport? state, WebinarImportEvent @event)
    {
        if (@event is WebinarImportEvent.Started started)
        {
            return new WebinarImport
            {
                Id = started.Id,
                Order = started.Order,
                Status = started.Order.Plan is null ? ImportStatus.Importing : ImportStatus.Checking,
                Run = 1,
                StartedBy = started.By,
                StartedAt = started.At,
            };
        }

        var import = state ?? throw new InvalidOperationException($"The history of an import begins with {@event.GetType().Name}.");
        return @event switch
        {
            WebinarImportEvent.TakenOver run => import with { Attempt = run.Attempt },
            WebinarImportEvent.PlanConfirmed => import with { Status = ImportStatus.Importing },
            WebinarImportEvent.DriftFound drift => import with { Status = ImportStatus.Drifted, DriftCount = drift.Count, Drifts = drift.Drifts },
            WebinarImportEvent.DriftAccepted => import with { Status = ImportStatus.Importing, Run = import.Run + 1 },
            WebinarImportEvent.ChunkPrepared chunk => import with { LastChunk = chunk.Number, OpenChunks = import.OpenChunks.Add(new(chunk.Number, chunk.Rows, [])) },
            WebinarImportEvent.StepBegun step => With(import, step.Number, chunk => chunk with { Begun = chunk.Begun.Add(step.Step) }),
            WebinarImportEvent.JobOpened job => With(import, job.Number, chunk => chunk with { Jobs = chunk.Jobs.Add(job.Job) }),
            WebinarImportEvent.JobDropped job => With(import, job.Number, chunk => chunk with { Jobs = chunk.Jobs.Remove(job.Job) }),
            WebinarImportEvent.ChunkSettled chunk => import with
            {
                OpenChunks = import.OpenChunks.RemoveAll(open => open.Number == chunk.Number),
                Counts = import.Counts.Add(chunk.Counts),
            },
            WebinarImportEvent.Completed completed => import with { Status = ImportStatus.Completed, EndedAt = completed.At },
            WebinarImportEvent.CancelRequested requested => import with { Status = ImportStatus.Cancelling, StoppedIn = null, Run = requested.WasStopped ? import.Run + 1 : import.Run },
            WebinarImportEvent.Cancelled cancelled => import with { Status = ImportStatus.Cancelled, StoppedIn = null, EndedAt = cancelled.At },
            WebinarImportEvent.Abandoned abandoned => import with
            {
                Status = ImportStatus.Cancelled,
                StoppedIn = null,
                OpenChunks = [],
                Counts = import.Counts.Add(abandoned.Counts),
                EndedAt = abandoned.At,
            },
            WebinarImportEvent.Interrupted interrupted => import with { Fault = interrupted.Fault, FaultKind = Failures.FailureKind.Transient, Run = import.Run + 1 },
            WebinarImportEvent.Stopped stopped => import with { Status = ImportStatus.Stopped, StoppedIn = import.Status, Fault = stopped.Fault, FaultKind = stopped.Kind },
            WebinarImportEvent.Resumed => import with { Status = import.StoppedIn ?? ImportStatus.Importing, StoppedIn = null, Run = import.Run + 1 },
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<WebinarImportEvent> Advance(WebinarImport state, DateTimeOffset now) => Decision<WebinarImportEvent>.Nothing;

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(WebinarImport state) => null;

    /// <inheritdoc />
    public static void React(WebinarImportEvent @event, WebinarImport after, ICollection<WebinarImportEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(effects);
        var isRun = @event switch
        {
            WebinarImportEvent.Started or WebinarImportEvent.DriftAccepted or WebinarImportEvent.Interrupted or WebinarImportEvent.Resumed => true,

            WebinarImportEvent.CancelRequested requested => requested.WasStopped,
            _ => false,
        };
        if (isRun)
        {
            effects.Add(new WebinarImportEffect.Run(after.Run));
        }
    }

    /// <inheritdoc />
    public static StatusChange Describe(WebinarImport? before, WebinarImportEvent @event, WebinarImport after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new("", (before?.Status ?? ImportStatus.None).ToString(), after.Status.ToString());
    }

    /// <inheritdoc />
    public static IReadOnlyList<string> Claims(WebinarImport state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var order = state.Order;
        return state.IsOver ? [] : [$"webinar-import/{order.Target}:{order.TargetAccount}:{order.Mapping.Object.ToUpperInvariant()}"];
    }

    /// <inheritdoc />
    public static IReadOnlyList<IndexEntry> Index(WebinarImport state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [new(AllIndex, ""), new(WebinarIndex, state.Order.WebinarId)];
    }

    /// <inheritdoc />
    public static IReadOnlyList<ActionStatus> Explain(WebinarImport? state, in CommandContext context)
    {
        var actions = new ActionStatus[WebinarImportTables.Import.Triggers.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            var trigger = (ImportTrigger)i;
            var isPlain = trigger is ImportTrigger.TakeOver or ImportTrigger.AcceptDrift or ImportTrigger.Cancel or ImportTrigger.Resume;
            actions[i] = ActionStatus.From(
                WebinarImportTables.Import.Triggers[i],
                Guard(state, trigger, context.Actor),
                otherwise: isPlain ? ActionAvailability.Allowed : ActionAvailability.DependsOnPayload);
        }

        return actions;
    }

    private static Refusal? Guard(WebinarImport? state, ImportTrigger trigger, Actor actor)
    {
        var isForPeople = trigger is ImportTrigger.Start or ImportTrigger.AcceptDrift or ImportTrigger.Cancel or ImportTrigger.Abandon or ImportTrigger.Resume;
        if (isForPeople && actor != Actor.System && ImportAccess.RefuseConfigure(actor) is { } refusal)
        {
            return refusal;
        }

        var cell = WebinarImportTables.Import[state?.Status ?? ImportStatus.None, trigger];
        if (cell.Outcome == TransitionOutcome.Refused)
        {
            var code = cell.Refusals[^1];
            return code == Drifted ? code.Refuse(state!.DriftCount) : code.Refuse();
        }

        return trigger == ImportTrigger.Complete && !state!.OpenChunks.IsEmpty ? ChunksOpen.Refuse() : null;
    }

    private static Decision<WebinarImportEvent> DecideOpenJob(WebinarImport import, WebinarImportCommand.OpenJob job) =>
        Chunk(import, job.Number) is { } chunk && chunk.Jobs.All(open => open.Step != job.Job.Step)
            ? new WebinarImportEvent.JobOpened(job.Number, job.Job)
            : OutOfStep.Refuse();

    private static Decision<WebinarImportEvent> DecideCancel(WebinarImport import, DateTimeOffset now) => import.Status switch
    {
        ImportStatus.Cancelling or ImportStatus.Cancelled => Decision<WebinarImportEvent>.Nothing,
        ImportStatus.Importing => new WebinarImportEvent.CancelRequested(WasStopped: false),
        ImportStatus.Stopped when !import.OpenChunks.IsEmpty => new WebinarImportEvent.CancelRequested(WasStopped: true),
        _ => new WebinarImportEvent.Cancelled(now),
    };

    private static Decision<WebinarImportEvent> When(bool changes, WebinarImportEvent @event) => changes ? @event : Decision<WebinarImportEvent>.Nothing;

    private static OpenChunk? Chunk(WebinarImport import, int number) => import.OpenChunks.FirstOrDefault(chunk => chunk.Number == number);

    private static WebinarImport With(WebinarImport import, int number, Func<OpenChunk, OpenChunk> change) =>
        import with { OpenChunks = [.. import.OpenChunks.Select(chunk => chunk.Number == number ? change(chunk) : chunk)] };

    private static ImportTrigger TriggerOf(WebinarImportCommand command) => command switch
    {
        WebinarImportCommand.Start => ImportTrigger.Start,
        WebinarImportCommand.TakeOver => ImportTrigger.TakeOver,
        WebinarImportCommand.ConfirmPlan => ImportTrigger.ConfirmPlan,
        WebinarImportCommand.ReportDrift => ImportTrigger.ReportDrift,
        WebinarImportCommand.AcceptDrift => ImportTrigger.AcceptDrift,
        WebinarImportCommand.PrepareChunk => ImportTrigger.PrepareChunk,
        WebinarImportCommand.BeginStep => ImportTrigger.BeginStep,
        WebinarImportCommand.OpenJob => ImportTrigger.OpenJob,
        WebinarImportCommand.DropJob => ImportTrigger.DropJob,
        WebinarImportCommand.SettleChunk => ImportTrigger.SettleChunk,
        WebinarImportCommand.Complete => ImportTrigger.Complete,
        WebinarImportCommand.Cancel => ImportTrigger.Cancel,
        WebinarImportCommand.Abandon => ImportTrigger.Abandon,
        WebinarImportCommand.Interrupt => ImportTrigger.Interrupt,
        WebinarImportCommand.Stop => ImportTrigger.Stop,
        WebinarImportCommand.Resume => ImportTrigger.Resume,
        _ => throw new UnreachableException($"The command {command.GetType().Name} has no trigger."),
    };
}
