using System.Collections.Immutable;
using Support.Sdk.Failures;

namespace Support.Sdk.Webinars;

/// <summary>What can be asked of an import. The set is closed.</summary>
public abstract record WebinarImportCommand
{
    private protected WebinarImportCommand()
    {
    }

    /// <summary>The attempt (<see cref="WebinarImport.Attempt"/>) that tells this, or on whose outcome it rests: once another has begun, it is refused. <see langword="null"/>, the default, where it does not matter.</summary>
    public int? Attempt { get; init; }

    /// <summary>Starts the import.</summary>
    /// <param name="Id">The import's id.</param>
    /// <param name="Order">What is imported.</param>
    public sealed record Start(string Id, ImportOrder Order) : WebinarImportCommand;

    /// <summary>Tells that an attempt of the run begins: from now on it alone has a say.</summary>
    public sealed record TakeOver : WebinarImportCommand;

    /// <summary>Tells that the confirmed plan still holds.</summary>
    public sealed record ConfirmPlan : WebinarImportCommand;

    /// <summary>Tells that the confirmed plan no longer holds.</summary>
    /// <param name="Count">How much is different.</param>
    /// <param name="Drifts">Some of it.</param>
    public sealed record ReportDrift(long Count, ImmutableArray<ImportDrift> Drifts) : WebinarImportCommand;

    /// <summary>Accepts what has changed since the plan; the import goes on with what is there now.</summary>
    public sealed record AcceptDrift : WebinarImportCommand;

    /// <summary>Tells that the next rows are kept, and about to be written.</summary>
    /// <param name="Number">The chunk's number: one more than the newest.</param>
    /// <param name="Rows">How many rows it has.</param>
    public sealed record PrepareChunk(int Number, int Rows) : WebinarImportCommand;

    /// <summary>Tells that rows are about to be written at once, by calls of which nobody will know when their answers are lost.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Step">The step.</param>
    public sealed record BeginStep(int Number, ImportStep Step) : WebinarImportCommand;

    /// <summary>Tells that a job was made, before it is given its data.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Job">The job.</param>
    public sealed record OpenJob(int Number, ImportJob Job) : WebinarImportCommand;

    /// <summary>Tells that a job has written nothing, or is gone.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Job">The job.</param>
    public sealed record DropJob(int Number, ImportJob Job) : WebinarImportCommand;

    /// <summary>Tells that the rows of a chunk are over with, and their results kept.</summary>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Counts">What became of them.</param>
    public sealed record SettleChunk(int Number, ImportCounts Counts) : WebinarImportCommand;

    /// <summary>Tells that no rows are left.</summary>
    public sealed record Complete : WebinarImportCommand;

    /// <summary>Wants no more rows to be written.</summary>
    public sealed record Cancel : WebinarImportCommand;

    /// <summary>Gives up a stopped import whose open chunks cannot be brought to their end.</summary>
    /// <param name="Counts">What is known of the rows of the open chunks.</param>
    public sealed record Abandon(ImportCounts Counts) : WebinarImportCommand;

    /// <summary>Tells that the run ended in a fault that may pass, after it had got further.</summary>
    /// <param name="Fault">The fault, without secrets.</param>
    public sealed record Interrupt(string Fault) : WebinarImportCommand;

    /// <summary>Tells that the import cannot go on by itself.</summary>
    /// <param name="Kind">What the fault means.</param>
    /// <param name="Fault">The fault, without secrets.</param>
    public sealed record Stop(FailureKind Kind, string Fault) : WebinarImportCommand;

    /// <summary>Has a stopped import go on.</summary>
    public sealed record Resume : WebinarImportCommand;
}
