using System.Runtime.CompilerServices;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite;

public sealed partial class SqliteMachineStore
{
    private const string SelectStreams = "SELECT s.id, s.version, s.snapshot_machine, s.snapshot_version, s.snapshot, s.deadline FROM support_streams AS s ";

    private const string SelectEvents = """
        SELECT s.id, e.version, e.position, e.machine, e.machine_version, e.type, e.data, e.subject, e.from_status, e.to_status, e.actor, e.at, e.correlation
        FROM support_events AS e JOIN support_streams AS s ON s.no = e.stream
        """;

    /// <inheritdoc />
    public ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        return _database.ReadAsync(
            static (session, id) =>
            {
                using var select = session.Prepare(SelectStreams + "WHERE s.id = ?1").Bind(id.Value);
                return select.Step() ? ReadStream(select) : null;
            },
            stream,
            cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        return ReadAsync(cancellationToken);

        async IAsyncEnumerable<RecordedEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var version = afterVersion;
            List<RecordedEvent> page;
            do
            {
                page = await _database.ReadAsync(
                    static (session, from) =>
                    {
                        using var select = session.Prepare(SelectEvents + " WHERE s.id = ?1 AND e.version > ?2 ORDER BY e.version LIMIT ?3");
                        return ReadEvents(select.Bind(from.stream.Value).Bind(from.version).Bind(PageSize));
                    },
                    (stream, version),
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
            static (session, query) =>
            {
                using var select = session.Prepare(
                    SelectStreams + "JOIN support_index AS i ON i.stream_id = s.id WHERE i.name = ?1 AND i.value = ?2 AND i.stream_id > ?3 ORDER BY i.stream_id LIMIT ?4");
                select.Bind(query.entry.Name).Bind(query.entry.Value).Bind(query.after.Value).Bind(query.limit);
                var found = new List<StreamRecord>();
                while (select.Step())
                {
                    found.Add(ReadStream(select));
                }

                return found;
            },
            (entry, after, limit),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEntry(entry);
        StoreArguments.ThrowIfNoCount(atMost);
        return _database.ReadAsync(
            static (session, query) =>
            {
                using var select = session.Prepare("SELECT count(*) FROM (SELECT 1 FROM support_index WHERE name = ?1 AND value = ?2 LIMIT ?3)");
                select.Bind(query.entry.Name).Bind(query.entry.Value).Bind(query.atMost).Step();
                return (int)select.Int64(0);
            },
            (entry, atMost),
            cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        StoreArguments.ThrowIfNoPage(limit);
        return await ChangesAsync(afterPosition, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default) =>
        _database.ReadAsync(
            static (session, _) =>
            {
                using var select = session.Prepare("SELECT ifnull(max(position), 0) FROM support_events");
                select.Step();
                return select.Int64(0);
            },
            0,
            cancellationToken);

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
                var nextCommit = _database.NextCommit;
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
        _database.ReadAsync(
            static (session, from) =>
            {
                using var select = session.Prepare(SelectEvents + " WHERE e.position > ?1 ORDER BY e.position LIMIT ?2");
                return ReadEvents(select.Bind(from.afterPosition).Bind(from.limit));
            },
            (afterPosition, limit),
            cancellationToken);

    private static StreamRecord ReadStream(SqliteStatement row) =>
        new(StreamId.Parse(row.Text(0)), row.Int64(1), new StoredSnapshot(row.Text(2), (int)row.Int64(3), row.Bytes(4)), row.InstantOrNull(5));

    private static List<RecordedEvent> ReadEvents(SqliteStatement rows)
    {
        var events = new List<RecordedEvent>();
        StreamId stream = default;
        while (rows.Step())
        {
            var id = rows.Text(0);
            stream = stream.Value == id ? stream : StreamId.Parse(id);
            events.Add(new(
                stream,
                rows.Int64(1),
                rows.Int64(2),
                new StoredEvent(rows.Text(3), (int)rows.Int64(4), rows.Text(5), rows.Bytes(6)),
                new StatusChange(rows.Text(7), rows.Text(8), rows.Text(9)),
                rows.Text(10),
                rows.Instant(11),
                rows.Text(12)));
        }

        return events;
    }
}
