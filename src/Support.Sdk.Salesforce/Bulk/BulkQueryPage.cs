namespace Support.Sdk.Salesforce.Bulk;

/// <summary>A page of the result of a query job; its rows are still on the wire.</summary>
/// <remarks>Not thread-safe; dispose it. The rows can be read once.</remarks>
public sealed class BulkQueryPage : IDisposable
{
    private readonly Func<CancellationToken, IAsyncEnumerable<BulkRow>> _rows;
    private readonly HttpResponseMessage _response;

    internal BulkQueryPage(HttpResponseMessage response, string? nextLocator, long? count, Func<CancellationToken, IAsyncEnumerable<BulkRow>> rows)
    {
        _response = response;
        _rows = rows;
        NextLocator = nextLocator;
        Count = count;
    }

    /// <summary>With which the next page is opened, later or in another process; <see langword="null"/> on the last page.</summary>
    public string? NextLocator { get; }

    /// <summary>How many rows the page has; <see langword="null"/> when Salesforce did not say.</summary>
    public long? Count { get; }

    /// <summary>The rows.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public IAsyncEnumerable<BulkRow> ReadAsync(CancellationToken cancellationToken = default) => _rows(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _response.Dispose();
}
