using Support.Sdk.Webinars;

namespace Support.Sdk.Testing;

/// <summary>A ledger of imports whose process may die before and after each of its writes; what another process sees of it is what was really written.</summary>
/// <remarks>As thread-safe as the ledger inside. With the plan of a <see cref="CrashingMachineStore"/> both belong to one process.</remarks>
public sealed class CrashingImportLedger : IImportLedger
{
    private readonly IImportLedger _inner;
    private readonly CrashPlan _plan;

    /// <summary>Creates a ledger.</summary>
    /// <param name="inner">The ledger inside; another handle on its data is what survives.</param>
    /// <param name="plan">When the process dies.</param>
    public CrashingImportLedger(IImportLedger inner, CrashPlan plan)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(plan);
        _inner = inner;
        _plan = plan;
    }

    /// <inheritdoc />
    public async ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default)
    {
        _plan.Step("before fence");
        await _inner.FenceAsync(import, attempt, cancellationToken).ConfigureAwait(false);
        _plan.Step("after fence");
    }

    /// <inheritdoc />
    public async ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        _plan.Step("before write chunk");
        var isWritten = await _inner.WriteAsync(chunk, entries, cancellationToken).ConfigureAwait(false);
        _plan.Step("after write chunk");
        return isWritten;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => _inner.ReadChunksAsync(import, after, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        _plan.Step("before remove chunks");
        var removed = await _inner.RemoveChunksAsync(import, after, cancellationToken).ConfigureAwait(false);
        _plan.Step("after remove chunks");
        return removed;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(scope, recordIds, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default) => _inner.ReadAsync(scope, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default) =>
        _inner.ReadRecordsAsync(account, objectName, cancellationToken);
}
