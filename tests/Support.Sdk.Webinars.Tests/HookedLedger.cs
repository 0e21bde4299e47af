namespace Support.Sdk.Webinars.Tests;

/// <summary>A ledger that tells when the results of the first chunk are kept: the chunk is not settled yet, and one more at most is being written.</summary>
internal sealed class HookedLedger : IImportLedger
{
    private readonly InMemoryImportLedger _inner = new();
    private Func<Task>? _onResults;

    public Func<Task> OnResults
    {
        set => _onResults = value;
    }

    public ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default) => _inner.FenceAsync(import, attempt, cancellationToken);

    public async ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        var isWritten = await _inner.WriteAsync(chunk, entries, cancellationToken);
        if (ImportChunks.HasResults(chunk.Content.Span) && Interlocked.Exchange(ref _onResults, null) is { } told)
        {
            await told();
        }

        return isWritten;
    }

    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => _inner.ReadChunksAsync(import, after, cancellationToken);

    public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => _inner.RemoveChunksAsync(import, after, cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(scope, recordIds, cancellationToken);

    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default) => _inner.ReadAsync(scope, cancellationToken);

    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default) =>
        _inner.ReadRecordsAsync(account, objectName, cancellationToken);
}
