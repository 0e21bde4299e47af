using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Support.Sdk.Failures;

namespace Support.Sdk.Webinars;

/// <summary>What can happen to an import. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Started), "import-started")]
[JsonDerivedType(typeof(TakenOver), "run-taken-over")]
[JsonDerivedType(typeof(PlanConfirmed), "plan-confirmed")]
[JsonDerivedType(typeof(DriftFound), "drift-found")]
[JsonDerivedType(typeof(DriftAccepted), "drift-accepted")]
[JsonDerivedType(typeof(ChunkPrepared), "chunk-prepared")]
[JsonDerivedType(typeof(StepBegun), "step-begun")]
[JsonDerivedType(typeof(JobOpened), "job-opened")]
[JsonDerivedType(typeof(JobDropped), "job-dropped")]
[JsonDerivedType(typeof(ChunkSettled), "chunk-settled")]
[JsonDerivedType(typeof(Completed), "import-completed")]
[JsonDerivedType(typeof(CancelRequested), "cancel-requested")]
[JsonDerivedType(typeof(Cancelled), "import-cancelled")]
[JsonDerivedType(typeof(Abandoned), "import-abandoned")]
[JsonDerivedType(typeof(Interrupted), "import-interrupted")]
[JsonDerivedType(typeof(Stopped), "import-stopped")]
[JsonDerivedType(typeof(Resumed), "import-resumed")]
public abstract record WebinarImportEvent
{
    private protected WebinarImportEvent()
    {
    }

    /// <summary>The import was started.</summary>
    /// <param name="Id">The import's id.</param>
    /// <param name="Order">What is imported.</param>
    /// <param name="By">Who started it.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Started(string Id, ImportOrder Order, string By, DateTimeOffset At) : WebinarImportEvent;

    /// <summary>An attempt of the run has begun; the ones before have no say any more.</summary>
    /// <param name="Attempt">Which one, from 1.</param>
    public sealed record TakenOver(int Attempt) : WebinarImportEvent;

    /// <summary>The confirmed plan still holds.</summary>
    public sealed record PlanConfirmed : WebinarImportEvent;

    /// <summary>The confirmed plan no longer holds.</summary>
    /// <param name="Count">How much is different.</param>
    /// <param name="Drifts">Some of it.</param>
    public sealed record DriftFound(long Count, ImmutableArray<ImportDrift> Drifts) : WebinarImportEvent;

    /// <summary>What has changed since the plan was accepted.</summary>
    public sealed record DriftAccepted : WebinarImportEvent;

    /// <summary>Rows are about to be written.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Rows">How many.</param>
    public sealed record ChunkPrepared(int Number, int Rows) : WebinarImportEvent;

    /// <summary>Rows of a step may have been written without anybody knowing which.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Step">The step.</param>
    public sealed record StepBegun(int Number, ImportStep Step) : WebinarImportEvent;

    /// <summary>A job was made.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Job">The job.</param>
    public sealed record JobOpened(int Number, ImportJob Job) : WebinarImportEvent;

    /// <summary>A job has written nothing, or is gone.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Job">The job.</param>
    public sealed record JobDropped(int Number, ImportJob Job) : WebinarImportEvent;

    /// <summary>The rows of a chunk are over with.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Counts">What became of them.</param>
    public sealed record ChunkSettled(int Number, ImportCounts Counts) : WebinarImportEvent;

    /// <summary>Every row is over with.</summary>
    /// <param name="At">When (UTC).</param>
    public sealed record Completed(DateTimeOffset At) : WebinarImportEvent;

    /// <summary>Somebody wants no more rows to be written.</summary>
    /// <param name="WasStopped">Whether the import had no run that would bring its open chunks to their end.</param>
    public sealed record CancelRequested(bool WasStopped) : WebinarImportEvent;

    /// <summary>The import ended early.</summary>
    /// <param name="At">When (UTC).</param>
    public sealed record Cancelled(DateTimeOffset At) : WebinarImportEvent;

    /// <summary>The import was given up with chunks open.</summary>
    /// <param name="Counts">What is known of their rows.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Abandoned(ImportCounts Counts, DateTimeOffset At) : WebinarImportEvent;

    /// <summary>A run ended in a fault that may pass; another follows.</summary>
    /// <param name="Fault">The fault.</param>
    public sealed record Interrupted(string Fault) : WebinarImportEvent;

    /// <summary>The import cannot go on by itself.</summary>
    /// <param name="Kind">What the fault means.</param>
    /// <param name="Fault">The fault.</param>
    public sealed record Stopped(FailureKind Kind, string Fault) : WebinarImportEvent;

    /// <summary>The import goes on.</summary>
    public sealed record Resumed : WebinarImportEvent;
}
