using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Support.Sdk.Webinars;

/// <summary>
/// Plans an import without writing anything (WBN-10): takes mapped rows batch by batch, looks for the records that are there, and says row by row what would be done.
/// </summary>
/// <remarks>
/// One planner for each import, from its first row on; not thread-safe. Memory is bounded by the batch, besides 16 to 25 bytes for each different key (WBN-12).
/// <para>
/// Rows with the same key (<see cref="MappingKey"/>) become one record: the first row that can be inserted or updated, or has nothing to change, stands for the person;
/// later ones are skipped and name it. A row that is invalid or a conflict stands for nobody.
/// </para>
/// </remarks>
public sealed class ImportPlanner : IDisposable
{
    /// <summary>How many rows a batch has when nothing else is said.</summary>
    public const int DefaultBatchSize = 200;

    private readonly MappingPlan _plan;
    private readonly IRecordLookup _lookup;
    private readonly string _webinarId;
    private readonly MappingColumn _key;
    private readonly ImmutableArray<string> _fields;
    private readonly SeenKeys _seen = new();
    private readonly ImmutableArray<bool> _nothing;
    private readonly FingerprintBuilder? _fingerprint;
    private readonly long[] _actions = new long[Enum.GetValues<RowAction>().Length];
    private long _repeated;

    /// <summary>Begins the plan of an import.</summary>
    /// <param name="plan">The compiled mapping.</param>
    /// <param name="webinarId">Webex' id of the webinar whose participants are imported.</param>
    /// <param name="lookup">Finds the records that are there.</param>
    /// <param name="withFingerprint">Whether <see cref="Fingerprint"/> is wanted; who only imports does without its digests of every row.</param>
    /// <exception cref="ArgumentException"><paramref name="webinarId"/> is empty or white space.</exception>
    public ImportPlanner(MappingPlan plan, string webinarId, IRecordLookup lookup, bool withFingerprint = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrWhiteSpace(webinarId);
        ArgumentNullException.ThrowIfNull(lookup);
        _plan = plan;
        _webinarId = webinarId;
        _lookup = lookup;
        _key = plan.Columns[plan.KeyColumn];
        _fields = [.. plan.Columns.Select(column => column.Name)];
        _nothing = ImmutableCollectionsMarshal.AsImmutableArray(new bool[_fields.Length]);
        _fingerprint = withFingerprint ? new FingerprintBuilder(plan, webinarId) : null;
    }

    /// <summary>The fingerprint of what was planned so far.</summary>
    /// <exception cref="InvalidOperationException">The planner was made without.</exception>
    public PlanFingerprint Fingerprint =>
        _fingerprint?.Current ?? throw new InvalidOperationException("The planner was made without a fingerprint. Make it with one: new ImportPlanner(…, withFingerprint: true).");

    /// <summary>What was planned so far, in numbers.</summary>
    public ImportSummary Summary => new()
    {
        Rows = _actions.Sum(),
        Inserts = _actions[(int)RowAction.Insert],
        Updates = _actions[(int)RowAction.Update],
        Skips = _actions[(int)RowAction.Skip],
        Repeated = _repeated,
        Conflicts = _actions[(int)RowAction.Conflict],
        Invalid = _actions[(int)RowAction.Invalid],
    };

    /// <summary>Takes a row as planned that an earlier run has planned already: later rows with its key repeat it. Not counted in <see cref="Summary"/>.</summary>
    /// <param name="keyDigest">The row's <see cref="ImportRow.KeyDigest"/>.</param>
    /// <param name="number">The row's number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is no number of a row.</exception>
    public void Remember(UInt128 keyDigest, long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, uint.MaxValue);
        _ = _seen.TryAdd(keyDigest, (uint)number);
    }

    /// <summary>Plans a stream of rows, in their order.</summary>
    /// <param name="rows">The rows; read once, a batch ahead at most.</param>
    /// <param name="batchSize">How many rows are looked up together, at least 1.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public IAsyncEnumerable<RowPlan> PlanAsync(IAsyncEnumerable<ImportRow> rows, int batchSize = DefaultBatchSize, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return PlanAllAsync(rows, batchSize, cancellationToken);
    }

    /// <summary>Plans the next batch. When the look-up fails, nothing is kept of the batch, and it can be planned again.</summary>
    /// <param name="rows">The rows, in the order of the import.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <returns>One plan for each row, in their order.</returns>
    /// <exception cref="ArgumentException">A row comes from another compiled mapping.</exception>
    /// <exception cref="InvalidOperationException">The look-up gave a record whose values are not those of the fields asked for.</exception>
    public async ValueTask<ImmutableArray<RowPlan>> PlanBatchAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(row => row.Plan != _plan))
        {
            throw new ArgumentException("A row was mapped by another plan. Give the planner the plan that maps the rows.", nameof(rows));
        }

        var found = await FindAsync(rows, cancellationToken).ConfigureAwait(false);
        var plans = ImmutableArray.CreateBuilder<RowPlan>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            plans.Add(Decide(rows[i], found[i]));
        }

        return plans.MoveToImmutable();
    }

    /// <summary>Frees the digests. The planner cannot be used afterwards.</summary>
    public void Dispose() => _fingerprint?.Dispose();

    private async IAsyncEnumerable<RowPlan> PlanAllAsync(IAsyncEnumerable<ImportRow> rows, int batchSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ImportRow>(int.Min(batchSize, 1024));
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(row);
            if (batch.Count == batchSize)
            {
                foreach (var plan in await PlanBatchAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    yield return plan;
                }

                batch.Clear();
            }
        }

        foreach (var plan in await PlanBatchAsync(batch, cancellationToken).ConfigureAwait(false))
        {
            yield return plan;
        }
    }

    // What was found for each row, nothing where there is no record. Only rows that an answer can help are looked up.
    private async Task<KeyFindings?[]> FindAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var found = new KeyFindings?[rows.Count];
        var firstOf = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        var keys = ImmutableArray.CreateBuilder<string>(rows.Count);
        var repeated = new List<(int Row, int First)>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].CanUpdate || _seen.Find(rows[i].KeyDigest) != 0)
            {
                continue;
            }

            var key = Encoding.UTF8.GetString(rows[i].Key);
            if (firstOf.TryAdd(key, i))
            {
                keys.Add(key);
            }
            else
            {
                repeated.Add((i, firstOf[key]));
            }
        }

        if (keys.Count == 0)
        {
            return found;
        }

        var query = new RecordQuery(_plan.Target.Name, _key.Field, _fields, keys.DrainToImmutable(), _webinarId);
        await foreach (var record in _lookup.FindAsync(query, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (record.Values.IsDefault || record.Values.Length != _fields.Length)
            {
                throw new InvalidOperationException($"The look-up gave the record {record.Id} without one value for each of the {_fields.Length} fields that it was asked for.");
            }

            if (MappingKey.Normalize(_key.Field, record.Key) is { } key && firstOf.TryGetValue(key, out var first))
            {
                (found[first] ??= new KeyFindings(_plan.Mapping.InsertMode)).Add(record);
            }
        }

        foreach (var (row, first) in repeated)
        {
            found[row] = found[first];
        }

        return found;
    }

    private RowPlan Decide(ImportRow row, KeyFindings? found)
    {
        var repeats = row.Key.IsEmpty ? 0 : _seen.Find(row.KeyDigest);
        var state = repeats != 0 ? RowState.Repeated : row.CanInsert ? RowState.Complete : row.CanUpdate ? RowState.UpdateOnly : RowState.Unusable;
        var findings = state is RowState.Complete or RowState.UpdateOnly ? found : null;
        var match = findings?.Match ?? KeyMatch.None;
        var updates = findings?.Candidate is { } record ? Updates(row, record) : _nothing;
        var verdict = ImportTable.Decide(new ImportFacts(_plan.Mapping.InsertMode, state, match, updates.Contains(true), _key.Field.IsUnique));
        var writes = verdict.Action switch
        {
            RowAction.Insert => Inserts(row),
            RowAction.Update => updates,
            _ => _nothing,
        };
        var plan = new RowPlan(row, verdict, writes, findings, repeats);
        if (verdict.HasRecord)
        {
            _ = _seen.TryAdd(row.KeyDigest, (uint)row.Number);
        }

        _actions[(int)verdict.Action]++;
        _repeated += verdict.Reason == ImportReason.Repeated ? 1 : 0;
        _fingerprint?.Add(plan.Stamp);
        return plan;
    }

    private ImmutableArray<bool> Inserts(ImportRow row)
    {
        var writes = new bool[_fields.Length];
        for (var i = 0; i < writes.Length; i++)
        {
            writes[i] = !row[i].IsEmpty;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(writes);
    }

    // The key stays as the record has it: by it the record was found.
    private ImmutableArray<bool> Updates(ImportRow row, ExistingRecord record)
    {
        var writes = new bool[_fields.Length];
        for (var i = 0; i < writes.Length; i++)
        {
            var column = _plan.Columns[i];
            var existing = KeyFindings.ValueOf(record, i);
            writes[i] = !column.IsKey && !row[i].IsEmpty && column.UpdatesRecord(existing is not null)
                && (existing is null || !FieldValues.AreSame(column.Field, existing, row.GetText(i)!));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(writes);
    }
}
