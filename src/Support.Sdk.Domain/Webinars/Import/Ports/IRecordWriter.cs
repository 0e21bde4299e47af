using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>
/// Writes records: a few at once, or many by a job. Registered by the system's name as keyed service, such as <c>salesforce</c>.
/// </summary>
/// <remarks>
/// Implementations are thread-safe and throw faults as exceptions that implement <see cref="Failures.IVendorFailure"/>. What a record lacks is a result, never an exception. None of the members
/// repeats by itself what may have made records: after an exception it is not known whether an insert took place. A job tells afterwards: it is either
/// <see cref="WriteJobState.Open"/>, and has written nothing, or its results say what it wrote.
/// </remarks>
public interface IRecordWriter
{
    /// <summary>How many rows <see cref="WriteAsync"/> takes at most.</summary>
    int MaximumRows { get; }

    /// <summary>Writes up to <see cref="MaximumRows"/> records, each by itself: those that fail do not hinder the others.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="cancellationToken">Cancels the call; it may have taken place nevertheless.</param>
    /// <returns>One result for each row, in their order.</returns>
    /// <exception cref="ArgumentException">There are no rows, or too many.</exception>
    ValueTask<ImmutableArray<RecordResult>> WriteAsync(RecordBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Makes a job for a batch, without its data.</summary>
    /// <param name="batch">The records that it is to write; only the object and the operation count.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The job's id, to be kept before the data are sent.</returns>
    ValueTask<string> OpenJobAsync(RecordBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Gives an open job its data, and has it begin. To be called once for each job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="batch">The records; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask SubmitJobAsync(string jobId, RecordBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Looks how far a job is.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<WriteJobState> GetJobAsync(string account, string jobId, CancellationToken cancellationToken = default);

    /// <summary>Waits until a running job is over.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <exception cref="TimeoutException">It is not over within the time that the system's options allow.</exception>
    ValueTask WaitJobAsync(string account, string jobId, CancellationToken cancellationToken = default);

    /// <summary>Reads what became of each row of a job that is over.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="batch">The records, among them all that it was given.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// One result for each row that the job was given, in any order. Rows that it did not look at have an error that may pass; a row of the batch that the job does not know has no result.
    /// </returns>
    IAsyncEnumerable<RecordResult> ReadJobAsync(string jobId, RecordBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Does away with a job whose results are no longer needed, or that was never given its data. One that is gone is no hindrance.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask DiscardJobAsync(string account, string jobId, CancellationToken cancellationToken = default);
}
