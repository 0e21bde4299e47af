namespace Support.Sdk.Webinars.Tests;

/// <summary>A ledger before one of whose writes the host stops, until it is told to go on.</summary>
internal sealed class GatedLedger(IImportLedger inner, Func<ImportChunk, bool> stopsBefore) : IImportLedger
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _going = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stops;

    public Task Stopped => _stopped.Task;

    public void GoOn() => _going.TrySetResult();

    public ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default) => inner.FenceAsync(import, attempt, cancellationToken);

    public async ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        if (stopsBefore(chunk) && Interlocked.Exchange(ref _stops, 1) == 0)
        {
            _stopped.SetResult();
            await _going.Task.WaitAsync(cancellationToken);
        }

        return await inner.WriteAsync(chunk, entries, cancellationToken);
    }

    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => inner.ReadChunksAsync(import, after, cancellationToken);

    public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => inner.RemoveChunksAsync(import, after, cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default) =>
        inner.FindAsync(scope, recordIds, cancellationToken);

    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default) => inner.ReadAsync(scope, cancellationToken);

    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default) =>
        inner.ReadRecordsAsync(account, objectName, cancellationToken);
}
