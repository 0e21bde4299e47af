using System.Runtime.CompilerServices;
using Support.Sdk.Stores;

namespace Support.Sdk.Webinars;

/// <summary>Keeps the ledger of imports in the memory of one process: for tests, trials and tools. What it holds ends with the process.</summary>
/// <remarks>
/// Thread-safe. Keeps the promises of <see cref="IImportLedger"/> with two exceptions that lie in its nature: nothing is durable, and no other process shares it.
/// Content is copied on the way in; callers may reuse their buffers. An enumeration shows what was there when it began.
/// </remarks>
public sealed class InMemoryImportLedger : IImportLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedList<int, ImportChunk>> _imports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fences = new(StringComparer.Ordinal);
    private readonly Dictionary<LedgerScope, Dictionary<string, LedgerEntry>> _entries = [];

    /// <inheritdoc />
    public ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        lock (_gate)
        {
            _fences[import] = int.Max(attempt, _fences.GetValueOrDefault(import));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoChunk(chunk);
        LedgerArguments.ThrowIfNoEntries(entries);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        var kept = chunk with { Content = chunk.Content.ToArray() };
        lock (_gate)
        {
            if (chunk.Attempt < _fences.GetValueOrDefault(chunk.Import))
            {
                return ValueTask.FromResult(false);
            }

            if (!_imports.TryGetValue(chunk.Import, out var chunks))
            {
                _imports[chunk.Import] = chunks = [];
            }

            chunks[chunk.Number] = kept;
            foreach (var entry in entries)
            {
                if (!_entries.TryGetValue(entry.Scope, out var records))
                {
                    _entries[entry.Scope] = records = new(StringComparer.Ordinal);
                }

                records[entry.RecordId] = entry;
            }
        }

        return ValueTask.FromResult(true);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return EnumerateAsync<ImportChunk>(() => _imports.TryGetValue(import, out var chunks) ? [.. chunks.Values.Where(chunk => chunk.Number > after)] : [], null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return Locked(() => Remove_NeedsLock(import, after), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        LedgerArguments.ThrowIfNoRecords(recordIds);
        return Locked<IReadOnlyList<LedgerEntry>>(() => Find_NeedsLock(scope, recordIds), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        return EnumerateAsync<LedgerEntry>(
            () => _entries.TryGetValue(scope, out var records) ? [.. records.Values] : [],
            static (left, right) => CodePointComparer.Instance.Compare(left.RecordId, right.RecordId),
            cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(objectName);
        return EnumerateAsync<string>(() => [.. Records_NeedsLock(account, objectName)], CodePointComparer.Instance.Compare, cancellationToken);
    }

    private int Remove_NeedsLock(string import, int after)
    {
        if (!_imports.TryGetValue(import, out var chunks))
        {
            return 0;
        }

        List<int> numbers = [.. chunks.Keys.Where(number => number > after)];
        numbers.ForEach(number => chunks.Remove(number));
        return numbers.Count;
    }

    private List<LedgerEntry> Find_NeedsLock(LedgerScope scope, IReadOnlyCollection<string> recordIds)
    {
        var found = new List<LedgerEntry>();
        if (_entries.TryGetValue(scope, out var records))
        {
            foreach (var id in recordIds.Distinct(StringComparer.Ordinal))
            {
                if (records.TryGetValue(id, out var entry))
                {
                    found.Add(entry);
                }
            }
        }

        return found;
    }

    private HashSet<string> Records_NeedsLock(string account, string objectName)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (scope, records) in _entries)
        {
            if (scope.Account == account && scope.ObjectName == objectName)
            {
                ids.UnionWith(records.Keys);
            }
        }

        return ids;
    }

    private ValueTask<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        lock (_gate)
        {
            return ValueTask.FromResult(action());
        }
    }

    // What is enumerated is immutable, so a copy of the references is enough; it is sorted outside the lock.
    private async IAsyncEnumerable<T> EnumerateAsync<T>(Func<List<T>> copy, Comparison<T>? order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await Locked(copy, cancellationToken).ConfigureAwait(false);
        if (order is not null)
        {
            items.Sort(order);
        }

        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
