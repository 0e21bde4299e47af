using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Support.Sdk.Failures;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Webinars;

/// <summary>
/// Writes the rows of one step of a chunk exactly once, however often the process dies: a few at once, many by a job whose id is kept before it gets its data.
/// </summary>
/// <param name="writer">The system.</param>
/// <param name="journal">Keeps the jobs' ids.</param>
/// <param name="order">The import.</param>
/// <param name="chunk">The chunk; its jobs are those of earlier runs.</param>
/// <param name="logger">Hears of what stays behind.</param>
internal sealed class StepWriter(IRecordWriter writer, ImportJournal journal, ImportOrder order, OpenChunk chunk, ILogger logger)
{
    /// <summary>The code of a record that a job was given, and of which its results know nothing.</summary>
    public const string NoResult = "JOB_NO_RESULT";

    private readonly List<ImportJob> _jobs = [.. chunk.Jobs];
    private readonly List<ImportStep> _begun = [.. chunk.Begun];

    /// <summary>Says which of some rows were written by an attempt of which nobody knows; <see langword="null"/> where writing them again does no harm.</summary>
    public delegate ValueTask<IReadOnlyDictionary<int, string>> Probe(IReadOnlyList<int> rows, CancellationToken cancellationToken);

    /// <summary>Writes rows.</summary>
    /// <param name="step">The step.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="batchOf">Makes a batch of some of them.</param>
    /// <param name="probe">Finds what was written by an attempt whose answer nobody heard; <see langword="null"/> where writing again does no harm.</param>
    /// <param name="cancellationToken">Ends the writing; a later run goes on.</param>
    /// <returns>One result for each row, in their order.</returns>
    public async Task<RecordResult[]> WriteAsync(
        ImportStep step, int count, Func<IReadOnlyList<int>, RecordBatch> batchOf, Probe? probe, CancellationToken cancellationToken)
    {
        var results = new RecordResult[count];
        var open = Enumerable.Range(0, count).ToList();
        if (JobOf(step) is { } left)
        {
            open = await FinishAsync(left, batchOf(open), open, results, cancellationToken).ConfigureAwait(false);
        }

        if (_begun.Contains(step))
        {
            await ProbeAsync(open).ConfigureAwait(false);
        }

        if (open.Count >= order.BulkThreshold)
        {
            var batch = batchOf(open);
            var job = new ImportJob(step, await writer.OpenJobAsync(batch, cancellationToken).ConfigureAwait(false));
            _ = await journal.TellAsync(new WebinarImportCommand.OpenJob(chunk.Number, job), cancellationToken).ConfigureAwait(false);
            _jobs.Add(job);
            await writer.SubmitJobAsync(job.JobId, batch, cancellationToken).ConfigureAwait(false);
            await writer.WaitJobAsync(order.TargetAccount, job.JobId, cancellationToken).ConfigureAwait(false);
            open = await ReadAsync(job.JobId, batch, open, results, cancellationToken).ConfigureAwait(false);
            await ProbeAsync(open).ConfigureAwait(false);
            foreach (var row in open)
            {
                results[row] = new(row, null, [new(NoResult, "The job's results do not name the record.", [], MayPass: true)]);
            }
        }
        else if (open.Count > 0)
        {
            await BeginAsync(step, cancellationToken).ConfigureAwait(false);
            await WriteAtOnceAsync(open).ConfigureAwait(false);
        }

        // What others held for a moment, such as a lock, is mostly free by now.
        List<int> again = [.. Enumerable.Range(0, count).Where(row => results[row] is { IsWritten: false } result && IsPassing(result.Errors))];
        if (again.Count > 0 && again.Count <= writer.MaximumRows)
        {
            if (chunk.Begun.Contains(step))
            {
                await ProbeAsync(again).ConfigureAwait(false);
            }

            await BeginAsync(step, cancellationToken).ConfigureAwait(false);
            await WriteAtOnceAsync(again).ConfigureAwait(false);
        }

        return results;

        async Task ProbeAsync(List<int> rows)
        {
            if (probe is null || rows.Count == 0)
            {
                return;
            }

            var found = await probe(rows, cancellationToken).ConfigureAwait(false);
            foreach (var (row, record) in found)
            {
                results[row] = new(row, record, []);
            }

            rows.RemoveAll(found.ContainsKey);
        }

        async Task WriteAtOnceAsync(List<int> rows)
        {
            foreach (var slice in rows.Chunk(writer.MaximumRows))
            {
                await journal.EnsureCurrentAsync(cancellationToken).ConfigureAwait(false);
                var written = await writer.WriteAsync(batchOf(slice), cancellationToken).ConfigureAwait(false);
                if (written.Length != slice.Length)
                {
                    throw new InvalidOperationException($"The writer gave {written.Length} results for {slice.Length} rows; what it wrote is looked for in the next run.");
                }

                foreach (var result in written)
                {
                    results[slice[result.Index]] = result with { Index = slice[result.Index] };
                }
            }
        }
    }

    /// <summary>Waits for a job of an earlier run whose rows are not known any more; what it did is found by looking.</summary>
    public async Task AwaitAsync(ImportStep step, CancellationToken cancellationToken)
    {
        if (JobOf(step) is not { } left)
        {
            return;
        }

        if (await writer.GetJobAsync(order.TargetAccount, left.JobId, cancellationToken).ConfigureAwait(false) == WriteJobState.Running)
        {
            await writer.WaitJobAsync(order.TargetAccount, left.JobId, cancellationToken).ConfigureAwait(false);
        }

        await DropAsync(left, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does away with the jobs, when the chunk is settled.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken)
    {
        foreach (var job in _jobs)
        {
            try
            {
                await writer.DiscardJobAsync(order.TargetAccount, job.JobId, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IVendorFailure failure)
            {
                // The system removes it by itself after some days; the rows are safe.
                SdkLog.ImportJobLeft(logger, job.JobId, failure.Description);
            }
        }
    }

    private static bool IsPassing(ImmutableArray<RecordError> errors) =>
        !errors.IsDefaultOrEmpty && errors.All(static error => error.MayPass && error.Code != NoResult);

    // Once it is told, records are looked for before they are written again. Memberships are looked for anyway.
    private async Task BeginAsync(ImportStep step, CancellationToken cancellationToken)
    {
        if (step is ImportStep.InsertRecords or ImportStep.UpdateRecords && !_begun.Contains(step))
        {
            _ = await journal.TellAsync(new WebinarImportCommand.BeginStep(chunk.Number, step), cancellationToken).ConfigureAwait(false);
            _begun.Add(step);
        }
    }

    private ImportJob? JobOf(ImportStep step)
    {
        foreach (var job in _jobs)
        {
            if (job.Step == step)
            {
                return job;
            }
        }

        return null;
    }

    // A job that never got its data has written nothing; one that did tells what it wrote.
    private async Task<List<int>> FinishAsync(ImportJob job, RecordBatch batch, List<int> open, RecordResult[] results, CancellationToken cancellationToken)
    {
        var state = await writer.GetJobAsync(order.TargetAccount, job.JobId, cancellationToken).ConfigureAwait(false);
        if (state == WriteJobState.Running)
        {
            await writer.WaitJobAsync(order.TargetAccount, job.JobId, cancellationToken).ConfigureAwait(false);
            state = WriteJobState.Over;
        }

        var left = state == WriteJobState.Over ? await ReadAsync(job.JobId, batch, open, results, cancellationToken).ConfigureAwait(false) : open;
        if (left.Count > 0)
        {
            if (state != WriteJobState.Open)
            {
                await BeginAsync(job.Step, cancellationToken).ConfigureAwait(false);
            }

            await DropAsync(job, cancellationToken).ConfigureAwait(false);
        }

        return left;
    }

    private async Task DropAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await writer.DiscardJobAsync(order.TargetAccount, job.JobId, cancellationToken).ConfigureAwait(false);
        _ = await journal.TellAsync(new WebinarImportCommand.DropJob(chunk.Number, job), cancellationToken).ConfigureAwait(false);
        _ = _jobs.Remove(job);
    }

    // Gives the rows of which the job knows nothing.
    private async Task<List<int>> ReadAsync(string job, RecordBatch batch, List<int> rows, RecordResult[] results, CancellationToken cancellationToken)
    {
        var known = new bool[rows.Count];
        await foreach (var result in writer.ReadJobAsync(job, batch, cancellationToken).ConfigureAwait(false))
        {
            known[result.Index] = true;
            results[rows[result.Index]] = result with { Index = rows[result.Index] };
        }

        return [.. rows.Where((_, index) => !known[index])];
    }
}
