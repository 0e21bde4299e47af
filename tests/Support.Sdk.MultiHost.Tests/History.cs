using System.Text;
using Npgsql;
using Support.Sdk.PostgreSql.Host;
using Support.Sdk.PostgreSql.Tests;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>A session's event with the states around it.</summary>
internal sealed record SessionStep(RecordedEvent Recorded, SessionEvent Event, SupportSession? Before, SupportSession After);

/// <summary>An errand's event.</summary>
internal sealed record ErrandStep(RecordedEvent Recorded, ErrandEvent Event);

/// <summary>Everything that the database holds at the end: the events, replayed, and beside them what the tables say.</summary>
internal sealed class History
{
    private readonly List<string> _problems = [];

    private History(IReadOnlyList<RecordedEvent> all) => All = all;

    /// <summary>All events, in the order of their positions.</summary>
    public IReadOnlyList<RecordedEvent> All { get; }

    public Dictionary<string, List<SessionStep>> Sessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<ErrandStep>> Errands { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the history itself, and where the tables say something else than its replay.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static async Task<History> ReadAsync(IMachineStore store, TestSchema schema, CancellationToken cancellationToken)
    {
        var all = new List<RecordedEvent>();
        while (await store.ReadChangesAsync(all.Count == 0 ? 0 : all[^1].Position, 1_000, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        var history = new History(all);
        history.CheckOrder();
        await using var connection = await schema.OpenAsync();
        var tables = await TablesAsync(connection, schema.Name, cancellationToken);
        foreach (var stream in all.GroupBy(recorded => recorded.Stream.Value, StringComparer.Ordinal))
        {
            var (version, replayed) = stream.First().Stream.Machine == ErrandMachine.Info.Name ? history.ReplayErrands(stream.Key, stream) : history.ReplaySession(stream.Key, stream);
            history.Compare(stream.Key, $"version {version}\n{replayed}", tables.GetValueOrDefault(stream.Key) ?? "no row");
            tables.Remove(stream.Key);
        }

        history._problems.AddRange(tables.Keys.Select(stream => $"{stream} has a row and no events"));
        history._problems.AddRange(await history.CheckPinsAsync(store, cancellationToken));
        return history;
    }

    private void CheckOrder()
    {
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        var position = 0L;
        foreach (var recorded in All)
        {
            if (recorded.Position <= position)
            {
                _problems.Add($"the position {recorded.Position} comes after {position}");
            }

            position = recorded.Position;
            var before = versions.GetValueOrDefault(recorded.Stream.Value);
            if (recorded.Version != before + 1)
            {
                _problems.Add($"{recorded.Stream} has version {recorded.Version} after {before}");
            }

            versions[recorded.Stream.Value] = recorded.Version;
        }
    }

    private (long Version, string Replayed) ReplaySession(string stream, IEnumerable<RecordedEvent> events)
    {
        var steps = Sessions[stream] = [];
        SupportSession? state = null;
        foreach (var recorded in events)
        {
            var @event = SupportSessionMachine.Format.Read(recorded.Event);
            var after = SupportSessionMachine.Evolve(state, @event);
            steps.Add(new(recorded, @event, state, after));
            Compare($"{stream}/{recorded.Version}", SupportSessionMachine.Describe(state, @event, after).ToString(), recorded.Change.ToString());
            state = after;
        }

        return (steps[^1].Recorded.Version, Describe(
            SupportSessionMachine.Format.Write(state!), SupportSessionMachine.NextDeadline(state!), SupportSessionMachine.Claims(state!), SupportSessionMachine.Index(state!)));
    }

    private (long Version, string Replayed) ReplayErrands(string stream, IEnumerable<RecordedEvent> events)
    {
        var steps = Errands[stream] = [];
        Errands? state = null;
        foreach (var recorded in events)
        {
            var @event = ErrandMachine.Format.Read(recorded.Event);
            steps.Add(new(recorded, @event));
            state = ErrandMachine.Evolve(state, @event);
        }

        return (steps[^1].Recorded.Version, Describe(ErrandMachine.Format.Write(state!), ErrandMachine.NextDeadline(state!), [], ErrandMachine.Index(state!)));
    }

    private void Compare(string what, string replayed, string stored)
    {
        if (replayed != stored)
        {
            _problems.Add($"{what}: the replay says {replayed}\nand the store says {stored}");
        }
    }

    // No PIN was ever held by two live sessions at once, and none leads to a dead one.
    private async Task<List<string>> CheckPinsAsync(IMachineStore store, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        var pins = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in Sessions.Values.SelectMany(steps => steps).OrderBy(step => step.Recorded.Position))
        {
            var stream = step.Recorded.Stream.Value;
            if (step.Before?.Secrets is { } before && step.After.Secrets is null)
            {
                holders.Remove(before.Pin);
            }
            else if (step.Before is null && !holders.TryAdd(step.After.Secrets!.Pin, stream))
            {
                problems.Add($"{stream} was given the PIN of {holders[step.After.Secrets.Pin]}, which was alive");
            }

            if (step.After.Secrets is { } secrets)
            {
                pins.Add(secrets.Pin);
            }
        }

        foreach (var pin in pins)
        {
            var found = await store.FindAsync(new(SupportSessionMachine.PinIndex, pin), cancellationToken: cancellationToken);
            problems.AddRange(found.Where(record => holders.GetValueOrDefault(pin) != record.Id.Value).Select(record => $"a PIN leads to {record.Id}, which is over"));
        }

        return problems;
    }

    private static string Describe(StoredSnapshot snapshot, DateTimeOffset? deadline, IEnumerable<string> claims, IEnumerable<IndexEntry> index) => Describe(
        Encoding.UTF8.GetString(snapshot.Data.Span),
        deadline is not null,
        claims.Order(StringComparer.Ordinal),
        index.Select(entry => $"{entry.Name}={entry.Value}").Order(StringComparer.Ordinal));

    private static string Describe(string snapshot, bool hasDeadline, IEnumerable<string> claims, IEnumerable<string> index) =>
        $"{snapshot}\ndeadline {hasDeadline}, claims {string.Join(' ', claims)}, index {string.Join(' ', index)}";

    private static async Task<Dictionary<string, string>> TablesAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT s.id, s.version, s.snapshot, s.deadline IS NOT NULL,
              ARRAY(SELECT c.claim FROM "{schema}".claims c WHERE c.stream = s.no ORDER BY 1),
              ARRAY(SELECT i.name || '=' || i.value FROM "{schema}".index_entries i WHERE i.stream_id = s.id ORDER BY 1)
            FROM "{schema}".streams s
            """, connection);
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var described = Describe(
                Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(2)),
                reader.GetBoolean(3),
                reader.GetFieldValue<string[]>(4).Order(StringComparer.Ordinal),
                reader.GetFieldValue<string[]>(5).Order(StringComparer.Ordinal));
            tables.Add(reader.GetString(0), $"version {reader.GetInt64(1)}\n{described}");
        }

        return tables;
    }
}
