using System.Collections.Immutable;
using Support.Sdk.Failures;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Webinars.Setup;
using Support.Sdk.Webinars;
using static Support.Sdk.Webinars.WebinarImportEvent;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

internal static class Imports
{
    public static readonly DateTimeOffset Now = Setups.ByAdministrator.Now;

    public static readonly CommandContext ByAdministrator = Setups.ByAdministrator;

    public static readonly CommandContext ByStranger = Setups.ByStranger;

    public static readonly CommandContext ByRun = new(Actor.System, Now);

    public static readonly ImportOrder Order = new() { WebinarId = "w1", Mapping = Mappings.OfContact, Kinds = [ParticipantKind.Registrant, ParticipantKind.Attendee] };

    public static readonly ImportOrder OrderOfPlan = Order with { Plan = "plan1" };

    public static readonly ImmutableArray<ImportDrift> Drifts = [new(RowDriftKind.RecordChanged, "p7", "003A"), new(RowDriftKind.ParticipantGone, "p8", null)];

    /// <summary>An attempt that has no say.</summary>
    public const int Late = 99;

    public static readonly ImportJob Job = new(ImportStep.InsertRecords, "750A");

    public static readonly ImportCounts Three = new() { Rows = 3, Created = 1, Updated = 1, Failed = 1, Linked = 2, Undone = 1, MayPass = 1 };

    public static Started Start(ImportOrder? order = null) => new("i1", order ?? Order, "ada", Now);

    public static WebinarImport Of(params WebinarImportEvent[] events) => After(null, events)!;

    public static WebinarImport? After(WebinarImport? state, IEnumerable<WebinarImportEvent> events) => events.Aggregate(state, WebinarImportMachine.Evolve);

    public static IReadOnlyList<WebinarImportEffect> EffectsOf(WebinarImport? before, IEnumerable<WebinarImportEvent> events)
    {
        List<WebinarImportEffect> effects = [];
        foreach (var happened in events)
        {
            before = WebinarImportMachine.Evolve(before, happened);
            WebinarImportMachine.React(happened, before, effects);
        }

        return effects;
    }

    public static ImportTrigger TriggerOf(WebinarImportCommand command) => Enum.Parse<ImportTrigger>(command.GetType().Name);

    /// <summary>A state of each kind that there is in a status.</summary>
    public static IEnumerable<WebinarImport?> In(ImportStatus status)
    {
        var chunk = new ChunkPrepared(1, 3);
        var job = new JobOpened(1, Job);
        var stopped = new Stopped(FailureKind.Refused, "no");
        return status switch
        {
            ImportStatus.None => [null],
            ImportStatus.Checking => [Of(Start(OrderOfPlan)), Of(Start(OrderOfPlan), new Interrupted("gone")), Of(Start(OrderOfPlan), stopped, new Resumed())],
            ImportStatus.Drifted => [Of(Start(OrderOfPlan), new DriftFound(2, Drifts))],
            ImportStatus.Importing =>
            [
                Of(Start()),
                Of(Start(OrderOfPlan), new PlanConfirmed()),
                Of(Start(OrderOfPlan), new DriftFound(2, Drifts), new DriftAccepted()),
                Of(Start(), chunk),
                Of(Start(), new TakenOver(1), chunk, new StepBegun(1, ImportStep.InsertRecords)),
                Of(Start(), chunk, job),
                Of(Start(), chunk, new ChunkSettled(1, Three)),
                Of(Start(), chunk, new ChunkPrepared(2, 3), new ChunkSettled(1, Three)),
                Of(Start(), chunk, stopped, new Resumed()),
            ],
            ImportStatus.Cancelling =>
            [
                Of(Start(), new CancelRequested(false)),
                Of(Start(), chunk, job, new CancelRequested(false)),
                Of(Start(), chunk, stopped, new CancelRequested(true)),
                Of(Start(), chunk, new CancelRequested(false), stopped, new Resumed()),
            ],
            ImportStatus.Stopped =>
            [
                Of(Start(OrderOfPlan), stopped),
                Of(Start(), stopped),
                Of(Start(), chunk, job, stopped),
                Of(Start(), chunk, new CancelRequested(false), stopped),
                Of(Start(), new CancelRequested(false), stopped),
            ],
            ImportStatus.Completed => [Of(Start(), new Completed(Now)), Of(Start(), chunk, new ChunkSettled(1, Three), new Completed(Now))],
            _ => [Of(Start(OrderOfPlan), new Cancelled(Now)), Of(Start(), chunk, new CancelRequested(false), new ChunkSettled(1, Three), new Cancelled(Now)), Of(Start(), chunk, stopped, new Abandoned(Three, Now))],
        };
    }

    /// <summary>Commands with everything that a trigger can bring, to an import whose first chunk may be open.</summary>
    public static IEnumerable<WebinarImportCommand> Of(ImportTrigger trigger) => trigger switch
    {
        ImportTrigger.Start => [new WebinarImportCommand.Start("i1", Order), new WebinarImportCommand.Start("i1", OrderOfPlan)],
        ImportTrigger.TakeOver => [new WebinarImportCommand.TakeOver()],
        ImportTrigger.ConfirmPlan => [new WebinarImportCommand.ConfirmPlan(), new WebinarImportCommand.ConfirmPlan { Attempt = Late }],
        ImportTrigger.ReportDrift =>
            [new WebinarImportCommand.ReportDrift(2, Drifts), new WebinarImportCommand.ReportDrift(1, default), new WebinarImportCommand.ReportDrift(2, Drifts) { Attempt = Late }],
        ImportTrigger.AcceptDrift => [new WebinarImportCommand.AcceptDrift()],
        ImportTrigger.PrepareChunk =>
            [new WebinarImportCommand.PrepareChunk(1, 3), new WebinarImportCommand.PrepareChunk(2, 3), new WebinarImportCommand.PrepareChunk(4, 3)],
        ImportTrigger.BeginStep =>
        [
            new WebinarImportCommand.BeginStep(1, ImportStep.InsertRecords),
            new WebinarImportCommand.BeginStep(1, ImportStep.UpdateRecords),
            new WebinarImportCommand.BeginStep(9, ImportStep.InsertRecords),
        ],
        ImportTrigger.Abandon => [new WebinarImportCommand.Abandon(Three), new WebinarImportCommand.Abandon(Three) { Attempt = Late }],
        ImportTrigger.OpenJob =>
        [
            new WebinarImportCommand.OpenJob(1, Job),
            new WebinarImportCommand.OpenJob(1, new(ImportStep.UpdateRecords, "750B")),
            new WebinarImportCommand.OpenJob(9, Job),
        ],
        ImportTrigger.DropJob =>
            [new WebinarImportCommand.DropJob(1, Job), new WebinarImportCommand.DropJob(1, Job with { JobId = "750Z" }), new WebinarImportCommand.DropJob(9, Job)],
        ImportTrigger.SettleChunk => [new WebinarImportCommand.SettleChunk(1, Three), new WebinarImportCommand.SettleChunk(9, Three)],
        ImportTrigger.Complete => [new WebinarImportCommand.Complete(), new WebinarImportCommand.Complete { Attempt = Late }],
        ImportTrigger.Cancel => [new WebinarImportCommand.Cancel()],
        ImportTrigger.Interrupt => [new WebinarImportCommand.Interrupt("gone"), new WebinarImportCommand.Interrupt("gone") { Attempt = Late }],
        ImportTrigger.Stop => [new WebinarImportCommand.Stop(FailureKind.Reauthorization, "signed out")],
        _ => [new WebinarImportCommand.Resume()],
    };
}
