using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Writes many records through Bulk API 2.0 (fact sheet 9.1). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>
/// Create a job, upload its CSV (once, at most about 100 MB), complete it, wait, read the results. A job that is complete may have failed for every record: look at
/// <see cref="BulkJob.NumberRecordsFailed"/>. Salesforce recommends it above 2,000 records.
/// </remarks>
public class BulkIngestClient
{
    private static readonly VendorOperation CreateOperation = new("salesforce.bulk.ingest.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation UploadOperation = new("salesforce.bulk.ingest.upload", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation StateOperation = new("salesforce.bulk.ingest.set_state", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation GetOperation = new("salesforce.bulk.ingest.get", RetryMeaning.Safe);
    private static readonly VendorOperation DeleteOperation = new("salesforce.bulk.ingest.delete", RetryMeaning.Idempotent);
    private static readonly VendorOperation ResultsOperation = new("salesforce.bulk.ingest.results", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    internal BulkIngestClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected BulkIngestClient() => _org = null!;

    /// <summary>Creates a job, open for its data.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An upsert without a field, or a field without an upsert.</exception>
    public virtual Task<BulkJob> CreateAsync(NewIngestJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        if ((job.Operation == BulkOperation.Upsert) != (job.ExternalIdFieldName is not null))
        {
            throw new ArgumentException("An upsert needs ExternalIdFieldName; other operations take none.", nameof(job));
        }

        var path = VendorPath.Of($"services/data/{_org.Version}/jobs/ingest");
        return _org.SendAsync(VendorRequest.Post(CreateOperation, path, job, SalesforceJson.Default.NewIngestJob), SalesforceJson.Default.BulkJob, cancellationToken);
    }

    /// <summary>Uploads the CSV of a job while it is written. Sent once: after a failure create another job (and abort this one).</summary>
    /// <remarks>When the session had ended (401) nothing was uploaded: it has been renewed, and the same job takes the upload.</remarks>
    /// <param name="jobId">The job.</param>
    /// <param name="write">Writes the CSV, such as with <see cref="BulkCsvWriter"/>; the header row comes first. Called once; the stream stays open.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public virtual Task UploadAsync(string jobId, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        return UploadAsync(jobId, new UploadContent(write), cancellationToken);
    }

    /// <summary>Uploads a CSV that is in memory.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="csv">The CSV in UTF-8; the header row comes first.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public virtual Task UploadAsync(string jobId, ReadOnlyMemory<byte> csv, CancellationToken cancellationToken = default) =>
        UploadAsync(jobId, new ReadOnlyMemoryContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, cancellationToken);

    /// <summary>Says that the data are complete; Salesforce begins.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<BulkJob> CompleteAsync(string jobId, CancellationToken cancellationToken = default) => SetStateAsync(jobId, BulkJobState.UploadComplete, cancellationToken);

    /// <summary>Ends a job; what was written stays.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<BulkJob> AbortAsync(string jobId, CancellationToken cancellationToken = default) => SetStateAsync(jobId, BulkJobState.Aborted, cancellationToken);

    /// <summary>Looks at a job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<BulkJob> GetAsync(string jobId, CancellationToken cancellationToken = default) =>
        _org.SendAsync(VendorRequest.Get(GetOperation, VendorPath.Of($"services/data/{_org.Version}/jobs/ingest/{jobId}")), SalesforceJson.Default.BulkJob, cancellationToken);

    /// <summary>Waits until a job is over.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="polling">How often to look; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Is told each look, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The job: complete, failed or aborted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A wait is not as <see cref="BulkPolling"/> demands.</exception>
    /// <exception cref="TimeoutException">It is not over after <see cref="BulkPolling.Patience"/>.</exception>
    public virtual Task<BulkJob> WaitAsync(string jobId, BulkPolling? polling = null, IProgress<BulkJob>? progress = null, CancellationToken cancellationToken = default) =>
        (polling ?? new()).WaitAsync(jobId, token => GetAsync(jobId, token), _org.Clock, progress, cancellationToken);

    /// <summary>The records that were written, with <see cref="BulkRow.Id"/> and <see cref="BulkRow.Created"/> beside the uploaded columns.</summary>
    /// <param name="job">The job, when it is over.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>Read from the wire while it is enumerated; a connection that breaks meanwhile throws, and the result has to be read anew.</remarks>
    public virtual IAsyncEnumerable<BulkRow> GetSuccessfulAsync(BulkJob job, CancellationToken cancellationToken = default) => ResultsAsync(job, "successfulResults", cancellationToken);

    /// <summary>The records that were refused, with <see cref="BulkRow.Error"/> beside the uploaded columns.</summary>
    /// <inheritdoc cref="GetSuccessfulAsync" path="/param|/remarks" />
    public virtual IAsyncEnumerable<BulkRow> GetFailedAsync(BulkJob job, CancellationToken cancellationToken = default) => ResultsAsync(job, "failedResults", cancellationToken);

    /// <summary>The records that were not looked at, because the job failed or was aborted: the uploaded columns alone.</summary>
    /// <inheritdoc cref="GetSuccessfulAsync" path="/param|/remarks" />
    public virtual IAsyncEnumerable<BulkRow> GetUnprocessedAsync(BulkJob job, CancellationToken cancellationToken = default) => ResultsAsync(job, "unprocessedrecords", cancellationToken);

    /// <summary>Deletes a job that is over, with its results. One that is not there (any more) is deleted: a first attempt whose answer was lost may have done it.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task DeleteAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Delete(DeleteOperation, VendorPath.Of($"services/data/{_org.Version}/jobs/ingest/{jobId}"));
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task UploadAsync(string jobId, HttpContent content, CancellationToken cancellationToken) => _org.SendAsync(
        new VendorRequest(UploadOperation, HttpMethod.Put, VendorPath.Of($"services/data/{_org.Version}/jobs/ingest/{jobId}/batches").ToUri(), content), cancellationToken);

    private Task<BulkJob> SetStateAsync(string jobId, BulkJobState state, CancellationToken cancellationToken)
    {
        var content = JsonParts.Content(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("state", state.Value);
            writer.WriteEndObject();
        });
        var request = new VendorRequest(StateOperation, HttpMethod.Patch, VendorPath.Of($"services/data/{_org.Version}/jobs/ingest/{jobId}").ToUri(), content);
        return _org.SendAsync(request, SalesforceJson.Default.BulkJob, cancellationToken);
    }

    /// <summary>As the results for everybody, but row by row in one object, and without the job: for tens of thousands of rows of which two cells count.</summary>
    /// <param name="jobId">The job, whose columns are separated by commas.</param>
    /// <param name="kind"><c>successfulResults</c>, <c>failedResults</c> or <c>unprocessedrecords</c>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal async IAsyncEnumerable<BulkCells> ReadCellsAsync(string jobId, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(jobId, kind, cancellationToken).ConfigureAwait(false);
        await foreach (var cells in BulkResults.ReadCellsAsync(_org, ResultsOperation, response, ',', cancellationToken).ConfigureAwait(false))
        {
            yield return cells;
        }
    }

    private async IAsyncEnumerable<BulkRow> ResultsAsync(BulkJob job, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        using var response = await OpenAsync(job.Id, kind, cancellationToken).ConfigureAwait(false);
        await foreach (var row in BulkResults.ReadAsync(_org, ResultsOperation, response, job.ColumnDelimiter.Character, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string jobId, string kind, CancellationToken cancellationToken)
    {
        var request = VendorRequest.Get(ResultsOperation, VendorPath.Of($"services/data/{_org.Version}/jobs/ingest/{jobId}/{kind}"));
        var response = await _org.SendRawAsync(request, cancellationToken, isStreaming: true, accept: "text/csv").ConfigureAwait(false);
        try
        {
            await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
