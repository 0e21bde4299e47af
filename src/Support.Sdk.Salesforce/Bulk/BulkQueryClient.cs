using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads many records through Bulk API 2.0 (fact sheet 9.2). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>Queries with aggregates, <c>OFFSET</c>, <c>TYPEOF</c> or subqueries are not for it.</remarks>
public class BulkQueryClient
{
    private static readonly VendorOperation CreateOperation = new("salesforce.bulk.query.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation AbortOperation = new("salesforce.bulk.query.abort", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation GetOperation = new("salesforce.bulk.query.get", RetryMeaning.Safe);
    private static readonly VendorOperation DeleteOperation = new("salesforce.bulk.query.delete", RetryMeaning.Idempotent);
    private static readonly VendorOperation ResultsOperation = new("salesforce.bulk.query.results", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    internal BulkQueryClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected BulkQueryClient() => _org = null!;

    /// <summary>Creates a job, which begins at once.</summary>
    /// <param name="soql">The query; here it may be long.</param>
    /// <param name="includeDeleted">Whether deleted and archived records are found as well.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The query is empty.</exception>
    public virtual Task<BulkJob> CreateAsync(Soql soql, bool includeDeleted = false, CancellationToken cancellationToken = default)
    {
        if (soql.Text.Length == 0)
        {
            throw new ArgumentException("The query is empty.", nameof(soql));
        }

        var content = JsonParts.Content(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("operation", (includeDeleted ? BulkOperation.QueryAll : BulkOperation.Query).Value);
            writer.WriteString("query", soql.Text);
            writer.WriteEndObject();
        });
        return _org.SendAsync(
            new VendorRequest(CreateOperation, HttpMethod.Post, VendorPath.Of($"services/data/{_org.Version}/jobs/query").ToUri(), content), SalesforceJson.Default.BulkJob, cancellationToken);
    }

    /// <summary>Looks at a job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<BulkJob> GetAsync(string jobId, CancellationToken cancellationToken = default) =>
        _org.SendAsync(VendorRequest.Get(GetOperation, VendorPath.Of($"services/data/{_org.Version}/jobs/query/{jobId}")), SalesforceJson.Default.BulkJob, cancellationToken);

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

    /// <summary>Opens a page of the result of a job that is complete.</summary>
    /// <param name="job">The job.</param>
    /// <param name="locator">A <see cref="BulkQueryPage.NextLocator"/>; <see langword="null"/> for the first page.</param>
    /// <param name="maxRecords">How many rows a page has at most; <see langword="null"/> for Salesforce's choice.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxRecords"/> is not above zero.</exception>
    public virtual async Task<BulkQueryPage> OpenPageAsync(BulkJob job, string? locator = null, int? maxRecords = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (maxRecords is { } max)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max, nameof(maxRecords));
        }

        var path = VendorPath.Of($"services/data/{_org.Version}/jobs/query/{job.Id}/results").Query("locator", locator).Query("maxRecords", maxRecords);
        var response = await _org.SendRawAsync(VendorRequest.Get(ResultsOperation, path), cancellationToken, isStreaming: true, accept: "text/csv").ConfigureAwait(false);
        try
        {
            await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        var delimiter = job.ColumnDelimiter.Character;
        return new(response, Locator(response), Count(response), token => BulkResults.ReadAsync(_org, ResultsOperation, response, delimiter, token));
    }

    /// <summary>All rows of the result of a job that is complete, page after page.</summary>
    /// <param name="job">The job.</param>
    /// <param name="maxRecords">How many rows a page has at most; <see langword="null"/> for Salesforce's choice.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>Read from the wire while it is enumerated. To go on after a broken connection, read page by page with <see cref="OpenPageAsync"/>.</remarks>
    public virtual async IAsyncEnumerable<BulkRow> GetResultsAsync(BulkJob job, int? maxRecords = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? locator = null;
        do
        {
            using var page = await OpenPageAsync(job, locator, maxRecords, cancellationToken).ConfigureAwait(false);
            await foreach (var row in page.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            locator = page.NextLocator;
        }
        while (locator is not null && seen.Add(locator));
    }

    /// <summary>Ends a job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<BulkJob> AbortAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var content = JsonParts.Content(static writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("state", BulkJobState.Aborted.Value);
            writer.WriteEndObject();
        });
        return _org.SendAsync(
            new VendorRequest(AbortOperation, HttpMethod.Patch, VendorPath.Of($"services/data/{_org.Version}/jobs/query/{jobId}").ToUri(), content), SalesforceJson.Default.BulkJob, cancellationToken);
    }

    /// <summary>Deletes a job that is over, with its result. One that is not there (any more) is deleted: a first attempt whose answer was lost may have done it.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task DeleteAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Delete(DeleteOperation, VendorPath.Of($"services/data/{_org.Version}/jobs/query/{jobId}"));
        using var response = await _org.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await _org.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The last page says <c>null</c>, literally.</summary>
    private static string? Locator(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Sforce-Locator", out var values) && values.ToString() is { Length: > 0 } locator && locator != "null" ? locator : null;

    private static long? Count(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Sforce-NumberOfRecords", out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
