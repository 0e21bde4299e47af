using System.Runtime.CompilerServices;
using Npgsql;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql;

public sealed partial class PostgreSqlMachineStore
{
    /// <inheritdoc />
    public async ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        var found = await _database.ReadAsync(_database.Sql.Load, parameters => parameters.Bind(stream.Value), ReadStream, cancellationToken).ConfigureAwait(false);
        return found is [var record] ? record : null;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        return PagesAsync(cancellationToken);

        async IAsyncEnumerable<RecordedEvent> PagesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var version = afterVersion;
            List<RecordedEvent> page;
            do
            {
                var from = version;
                page = await _database.ReadAsync(
                    _database.Sql.History,
                    parameters => parameters.Bind(stream.Value).Bind(from).Bind(PageSize),
                    ReadEvent,
                    cancellation).ConfigureAwait(false);
                foreach (var recorded in page)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return recorded;
                    version = recorded.Version;
                }
            }
            while (page.Count == PageSize);
        }
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<StreamRecord>> FindAsync(IndexEntry entry, StreamId after = default, int limit = 100, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEntry(entry);
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.ReadAsync(
            _database.Sql.Find,
            parameters => parameters.Bind(entry.Name).Bind(entry.Value).Bind(after.Value).Bind(limit),
            ReadStream,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEntry(entry);
        StoreArguments.ThrowIfNoCount(atMost);
        var rows = await _database.ReadAsync(
            _database.Sql.Count,
            parameters => parameters.Bind(entry.Name).Bind(entry.Value).Bind(atMost),
            static row => (int)row.GetInt64(0),
            cancellationToken).ConfigureAwait(false);
        return rows[0];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        StoreArguments.ThrowIfNoPage(limit);
        return await ChangesAsync(afterPosition, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <remarks>Positions become visible in their order, so nothing below the greatest that is visible is still on its way; see docs/decisions/0008-positions.md.</remarks>
    public async ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default) =>
        (await _database.ReadAsync(_database.Sql.LastPosition, static _ => { }, static row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> WatchAsync(long afterPosition, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        return FollowAsync(cancellationToken);

        async IAsyncEnumerable<RecordedEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var position = afterPosition;
            while (true)
            {
                // Taken before reading: what is committed after the read ends this very wait.
                var nextCommit = _database.NextCommit();
                var page = await ChangesAsync(position, PageSize, cancellation).ConfigureAwait(false);
                foreach (var recorded in page)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return recorded;
                    position = recorded.Position;
                }

                if (page.Count == 0)
                {
                    await _database.WaitForCommitAsync(nextCommit, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    private ValueTask<List<RecordedEvent>> ChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync(_database.Sql.Changes, parameters => parameters.Bind(afterPosition).Bind(limit), ReadEvent, cancellationToken);

    private static StreamRecord ReadStream(NpgsqlDataReader row) =>
        new(StreamId.Parse(row.Text(0)), row.GetInt64(1), new StoredSnapshot(row.Text(2), row.GetInt32(3), row.Bytes(4)), row.InstantOrNull(5));

    private static RecordedEvent ReadEvent(NpgsqlDataReader row) => new(
        StreamId.Parse(row.Text(0)),
        row.GetInt64(1),
        row.GetInt64(2),
        new StoredEvent(row.Text(3), row.GetInt32(4), row.Text(5), row.Bytes(6)),
        new StatusChange(row.Text(7), row.Text(8), row.Text(9)),
        row.Text(10),
        row.Instant(11),
        row.Text(12));
}
