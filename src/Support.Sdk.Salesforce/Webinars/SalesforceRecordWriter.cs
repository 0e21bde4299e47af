using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Support.Sdk.Failures;
using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Salesforce.Records;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Writes records: up to 200 by sObject Collections (fact sheet 8), more by jobs of Bulk API 2.0 (fact sheet 9.1).</summary>
internal sealed class SalesforceRecordWriter(ISalesforceClientFactory clients, IOptionsMonitor<SalesforceOptions> options) : IRecordWriter
{
    // Only these have assignment rules; a job of another object would be refused for naming one.
    private static readonly string[] Assigned = ["Lead", "Case"];

    public int MaximumRows => SalesforceConstants.MaxCollectionRecords;

    public async ValueTask<ImmutableArray<RecordResult>> WriteAsync(RecordBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count < 1 || batch.Count > MaximumRows)
        {
            throw new ArgumentException($"There must be 1 to {MaximumRows} rows, not {batch.Count}. Write slices, or open a job.", nameof(batch));
        }

        var collections = clients.GetClient(batch.Account).Collections;
        var save = SaveOptionsOf(batch.Account);
        var saved = batch.Operation == RecordOperation.Insert
            ? await collections.CreateJsonAsync(batch.ObjectName, batch.Count, batch.WriteJson, options: save, cancellationToken: cancellationToken).ConfigureAwait(false)
            : await collections.UpdateJsonAsync(batch.ObjectName, batch.Count, batch.WriteJson, options: save, cancellationToken: cancellationToken).ConfigureAwait(false);
        var results = ImmutableArray.CreateBuilder<RecordResult>(saved.Count);
        for (var i = 0; i < saved.Count; i++)
        {
            results.Add(saved[i] is { Success: true, Id: { } id } ? new(i, id, []) : new(i, null, RowErrors.Of(saved[i].Errors)));
        }

        return results.MoveToImmutable();
    }

    public async ValueTask<string> OpenJobAsync(RecordBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var operation = batch.Operation == RecordOperation.Insert ? BulkOperation.Insert : BulkOperation.Update;
        var isAssigned = Assigned.Contains(batch.ObjectName, StringComparer.OrdinalIgnoreCase);
        var job = new NewIngestJob(batch.ObjectName, operation) { AssignmentRuleId = isAssigned ? options.Get(batch.Account).Webinars.AssignmentRuleId : null };
        return (await clients.GetClient(batch.Account).BulkIngest.CreateAsync(job, cancellationToken).ConfigureAwait(false)).Id;
    }

    public async ValueTask SubmitJobAsync(string jobId, RecordBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count < 1)
        {
            throw new ArgumentException("A job needs at least one row.", nameof(batch));
        }

        var jobs = clients.GetClient(batch.Account).BulkIngest;
        try
        {
            await UploadAsync().ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The session ended since the job was opened. It has been renewed, and unlike what the pipeline saw of it, the batch can be written again.
            await UploadAsync().ConfigureAwait(false);
        }

        await jobs.CompleteAsync(jobId, cancellationToken).ConfigureAwait(false);

        Task UploadAsync() => jobs.UploadAsync(jobId, (stream, token) => JobUpload.WriteAsync(batch, stream, token), cancellationToken);
    }

    public async ValueTask<WriteJobState> GetJobAsync(string account, string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        try
        {
            var job = await clients.GetClient(account).BulkIngest.GetAsync(jobId, cancellationToken).ConfigureAwait(false);
            return job.State == BulkJobState.Open ? WriteJobState.Open : job.IsTerminal ? WriteJobState.Over : WriteJobState.Running;
        }
        catch (SupportRequestException exception) when (exception.Kind == FailureKind.NotFound)
        {
            return WriteJobState.Unknown;
        }
    }

    public async ValueTask WaitJobAsync(string account, string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        var webinars = options.Get(account).Webinars;
        var polling = new BulkPolling { FirstWait = webinars.JobFirstWait, LongestWait = webinars.JobLongestWait, Patience = webinars.JobPatience };
        await clients.GetClient(account).BulkIngest.WaitAsync(jobId, polling, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <remarks>The results of failures are fetched only while rows are missing, and so are those of rows that were not looked at: mostly one call is enough.</remarks>
    public async IAsyncEnumerable<RecordResult> ReadJobAsync(string jobId, RecordBatch batch, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentNullException.ThrowIfNull(batch);
        var jobs = clients.GetClient(batch.Account).BulkIngest;
        var open = new OpenRows(batch);
        var places = default(ResultPlaces);
        await foreach (var cells in jobs.ReadCellsAsync(jobId, "successfulResults", cancellationToken).ConfigureAwait(false))
        {
            places = places.Within(cells, batch);
            if (open.TryTake(cells[places.Correlation], out var row))
            {
                yield return new(row, cells[places.Id].ToString(), []);
            }
        }

        if (open.Any)
        {
            places = default;
            await foreach (var cells in jobs.ReadCellsAsync(jobId, "failedResults", cancellationToken).ConfigureAwait(false))
            {
                places = places.Within(cells, batch);
                if (open.TryTake(cells[places.Correlation], out var row))
                {
                    yield return new(row, null, [RowErrors.Of(BulkError.Read(cells[places.Error].ToString()))]);
                }
            }
        }

        if (!open.Any)
        {
            yield break;
        }

        var job = await jobs.GetAsync(jobId, cancellationToken).ConfigureAwait(false);
        var unprocessed = new RecordError(RowErrors.Unprocessed, $"The job ended as {job.State} before it came to this record. {job.ErrorMessage}".TrimEnd(), [], MayPass: true);
        places = default;
        await foreach (var cells in jobs.ReadCellsAsync(jobId, "unprocessedrecords", cancellationToken).ConfigureAwait(false))
        {
            places = places.Within(cells, batch);
            if (open.TryTake(cells[places.Correlation], out var row))
            {
                yield return new(row, null, [unprocessed]);
            }
        }
    }

    public async ValueTask DiscardJobAsync(string account, string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        var jobs = clients.GetClient(account).BulkIngest;
        try
        {
            // Salesforce deletes only what is over.
            if (!(await jobs.GetAsync(jobId, cancellationToken).ConfigureAwait(false)).IsTerminal)
            {
                await jobs.AbortAsync(jobId, cancellationToken).ConfigureAwait(false);
            }

            await jobs.DeleteAsync(jobId, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (exception.Kind == FailureKind.NotFound)
        {
            // It is gone, which is what was wanted.
        }
    }

    private SaveOptions SaveOptionsOf(string account)
    {
        var webinars = options.Get(account).Webinars;
        return new() { AutoAssign = webinars.AutoAssign, DuplicateRule = webinars.SaveDuplicates is { } save ? new DuplicateRuleHeader { AllowSave = save } : null };
    }
}
