using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Support.Sdk.Webinars;

namespace Support.Sdk.Sqlite;

/// <summary>Keeps the ledger of webinar imports in the SQLite file.</summary>
/// <remarks>
/// Thread-safe; shares files and processes as <see cref="SqliteMachineStore"/> does. A chunk and its entries are one transaction, flushed as <see cref="SqliteStoreOptions.Durability"/> says.
/// Chunks are read one at a time and entries in pages, so that an enumeration takes the memory of one of them; it sees what was written before it came there.
/// The rows stand in the file in the clear.
/// </remarks>
public sealed class SqliteImportLedger : IImportLedger, IAsyncDisposable, IDisposable
{
    private const int PageSize = 1_000;

    private readonly SqliteDatabase _database;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a ledger on a file. Touches no disk yet.</summary>
    /// <param name="options">Where the file is; leave them as they are afterwards.</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out. No stored instant comes from it.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options name no file.</exception>
    public SqliteImportLedger(SqliteStoreOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null, IMeterFactory? meterFactory = null)
    {
        _database = new(options, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    internal SqliteImportLedger(SqliteDatabase database) => _database = database;

    /// <inheritdoc />
    public async ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        await _database.WriteAsync(
            static (session, fence) => (session.Prepare("""
                INSERT INTO support_import_fences (import, attempt) VALUES (?1, ?2) ON CONFLICT (import) DO UPDATE SET attempt = max(attempt, excluded.attempt)
                """).Bind(fence.import).Bind(fence.attempt).Execute(), Commit: true),
            (import, attempt),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoChunk(chunk);
        LedgerArguments.ThrowIfNoEntries(entries);
        return await _database.WriteAsync(WriteNow, (chunk, entries), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return PagesAsync<(string import, int after), ImportChunk>(
            static (session, at) =>
            {
                using var select = session.Prepare("SELECT number, content FROM support_import_chunks WHERE import = ?1 AND number > ?2 ORDER BY number LIMIT 1");
                select.Bind(at.import).Bind(at.after);
                return select.Step() ? [new(at.import, (int)select.Int64(0), select.Bytes(1))] : [];
            },
            (import, after),
            static (at, last) => at with { after = last.Number },
            pageSize: 1,
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return _database.WriteAsync(
            static (session, from) => (session.Prepare("DELETE FROM support_import_chunks WHERE import = ?1 AND number > ?2").Bind(from.import).Bind(from.after).Execute(), Commit: true),
            (import, after),
            cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        LedgerArguments.ThrowIfNoRecords(recordIds);
        return await _database.ReadAsync(FindNow, (scope, recordIds), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        return PagesAsync(
            static (session, at) =>
            {
                using var select = session.Prepare("""
                    SELECT record, import, row, at FROM support_import_entries
                    WHERE account = ?1 AND object = ?2 AND webinar = ?3 AND record > ?4 ORDER BY record LIMIT ?5
                    """);
                BindScope(select, at.scope).Bind(at.after).Bind(PageSize);
                var page = new List<LedgerEntry>();
                while (select.Step())
                {
                    page.Add(new(at.scope, select.Text(0), select.Text(1), select.Int64(2), select.Instant(3)));
                }

                return page;
            },
            (scope, after: ""),
            static (at, last) => at with { after = last.RecordId },
            PageSize,
            cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(objectName);
        return PagesAsync(
            static (session, at) =>
            {
                using var select = session.Prepare("SELECT DISTINCT record FROM support_import_entries WHERE account = ?1 AND object = ?2 AND record > ?3 ORDER BY record LIMIT ?4");
                select.Bind(at.account).Bind(at.objectName).Bind(at.after).Bind(PageSize);
                var page = new List<string>();
                while (select.Step())
                {
                    page.Add(select.Text(0));
                }

                return page;
            },
            (account, objectName, after: ""),
            static (at, last) => at with { after = last },
            PageSize,
            cancellationToken);
    }

    /// <summary>Waits for the calls on their way and closes the file.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but holds the thread meanwhile.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }

    private static (bool IsWritten, bool Commit) WriteNow(SqliteSession session, (ImportChunk Chunk, IReadOnlyCollection<LedgerEntry> Entries) call)
    {
        using (var fence = session.Prepare("SELECT 1 FROM support_import_fences WHERE import = ?1 AND attempt > ?2").Bind(call.Chunk.Import).Bind(call.Chunk.Attempt))
        {
            if (fence.Step())
            {
                return (IsWritten: false, Commit: false);
            }
        }

        session.Prepare("INSERT INTO support_import_chunks (import, number, content) VALUES (?1, ?2, ?3) ON CONFLICT (import, number) DO UPDATE SET content = excluded.content")
            .Bind(call.Chunk.Import).Bind(call.Chunk.Number).Bind(call.Chunk.Content).Execute();
        if (call.Entries.Count > 0)
        {
            var write = session.Prepare("""
                INSERT INTO support_import_entries (account, object, webinar, record, import, row, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (account, object, webinar, record) DO UPDATE SET import = excluded.import, row = excluded.row, at = excluded.at
                """);
            foreach (var entry in call.Entries)
            {
                BindScope(write, entry.Scope).Bind(entry.RecordId).Bind(entry.Import).Bind(entry.Row).Bind(entry.At).Execute();
            }
        }

        return (IsWritten: true, Commit: true);
    }

    // A look-up by key for each id costs microseconds here, and there is no limit to their number; the transaction lets all of them see one commit.
    private static List<LedgerEntry> FindNow(SqliteSession session, (LedgerScope Scope, IReadOnlyCollection<string> RecordIds) call)
    {
        var found = new List<LedgerEntry>();
        session.Prepare("BEGIN").Execute();
        try
        {
            var select = session.Prepare("SELECT import, row, at FROM support_import_entries WHERE account = ?1 AND object = ?2 AND webinar = ?3 AND record = ?4");
            foreach (var id in call.RecordIds.Distinct(StringComparer.Ordinal))
            {
                using var run = BindScope(select, call.Scope).Bind(id);
                if (run.Step())
                {
                    found.Add(new(call.Scope, id, run.Text(0), run.Int64(1), run.Instant(2)));
                }
            }

            return found;
        }
        finally
        {
            session.Rollback();
        }
    }

    private static SqliteStatement BindScope(SqliteStatement statement, LedgerScope scope) => statement.Bind(scope.Account).Bind(scope.ObjectName).Bind(scope.WebinarId);

    private async IAsyncEnumerable<T> PagesAsync<TPlace, T>(
        Func<SqliteSession, TPlace, List<T>> read,
        TPlace place,
        Func<TPlace, T, TPlace> next,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<T> page;
        do
        {
            page = await _database.ReadAsync(read, place, cancellationToken).ConfigureAwait(false);
            foreach (var item in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            if (page.Count > 0)
            {
                place = next(place, page[^1]);
            }
        }
        while (page.Count == pageSize);
    }
}
