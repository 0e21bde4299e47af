using System.Buffers;
using System.Collections.Immutable;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Webinars;

/// <summary>Writes a chunk: its records, then their memberships, then what became of them.</summary>
internal sealed class ChunkWriter(
    ImportPorts ports,
    IRecordLookup lookup,
    FencedLedger ledger,
    StepWriter steps,
    ImportJournal journal,
    WebinarImport import,
    MappingPlan plan,
    OpenChunk chunk,
    TimeProvider timeProvider,
    SdkTelemetry telemetry)
{
    private const int ProbeBatch = 1_000;

    private static readonly (MembershipForm Form, ImportStep Insert, ImportStep Update)[] MembershipSteps =
    [
        (MembershipForm.CampaignMember, ImportStep.InsertCampaignMembers, ImportStep.UpdateCampaignMembers),
        (MembershipForm.WebexWebinarCampaignMember, ImportStep.InsertWebexWebinarCampaignMembers, ImportStep.UpdateWebexWebinarCampaignMembers),
    ];

    private readonly ImportOrder _order = import.Order;

    /// <summary>Brings a chunk to its end.</summary>
    /// <param name="rows">The chunk's rows.</param>
    /// <param name="cancellationToken">Ends the writing; a later run goes on.</param>
    public async Task WriteAsync(ImmutableArray<PreparedRow> rows, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var results = new ImportRowResult[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            results[i] = ImportRowResult.Of(rows[i]);
        }

        await WriteRecordsAsync(rows, results, RowAction.Insert, cancellationToken).ConfigureAwait(false);
        await WriteRecordsAsync(rows, results, RowAction.Update, cancellationToken).ConfigureAwait(false);
        foreach (var form in CampaignRules.FormsOf(_order.Mapping.Campaign))
        {
            await LinkAsync(form, results, cancellationToken).ConfigureAwait(false);
        }

        await SettleAsync(results, cancellationToken).ConfigureAwait(false);
        telemetry.RecordImportChunk(timeProvider.GetElapsedTime(started));
    }

    /// <summary>Tells the machine of a chunk whose results are kept already.</summary>
    public async Task SettleAsync(ImportCounts counts, CancellationToken cancellationToken)
    {
        if (await journal.TellAsync(new WebinarImportCommand.SettleChunk(chunk.Number, counts), cancellationToken).ConfigureAwait(false))
        {
            telemetry.RecordImported(counts);
        }

        await steps.DiscardAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteRecordsAsync(
        ImmutableArray<PreparedRow> rows, ImportRowResult[] results, RowAction action, CancellationToken cancellationToken)
    {
        var places = Enumerable.Range(0, rows.Length).Where(place => rows[place].Verdict.Action == action).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var isInsert = action == RowAction.Insert;
        var operation = isInsert ? RecordOperation.Insert : RecordOperation.Update;
        var written = await steps.WriteAsync(
            isInsert ? ImportStep.InsertRecords : ImportStep.UpdateRecords,
            places.Count,
            some => new MappedBatch(plan, operation, [.. some.Select(index => rows[places[index]])]) { Account = _order.TargetAccount },
            isInsert ? (some, token) => ProbeAsync([.. places.Select(place => rows[place])], some, token) : null,
            cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < written.Length; i++)
        {
            ref var result = ref results[places[i]];
            result = written[i].IsWritten
                ? result with { RecordId = written[i].RecordId }
                : result with { Outcome = ImportOutcome.Failed, Errors = written[i].Errors.IsDefault ? [] : written[i].Errors };
        }
    }

    // New records are known by their key: those that were not there when the row was planned.
    private async ValueTask<IReadOnlyDictionary<int, string>> ProbeAsync(ImmutableArray<PreparedRow> rows, IReadOnlyList<int> open, CancellationToken cancellationToken)
    {
        var key = plan.Columns[plan.KeyColumn];
        var found = new Dictionary<int, string>();
        foreach (var some in open.Chunk(ProbeBatch))
        {
            var byKey = some.ToDictionary(index => System.Text.Encoding.UTF8.GetString(rows[index].Row.Key), StringComparer.Ordinal);
            var query = new RecordQuery(plan.Target.Name, key.Field, [key.Name], [.. byKey.Keys], _order.WebinarId) { Account = _order.TargetAccount };
            await foreach (var record in lookup.FindAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (MappingKey.Normalize(key.Field, record.Key) is { } normalized
                    && byKey.TryGetValue(normalized, out var index)
                    && !rows[index].RecordsBeside.Contains(record.Id, StringComparer.Ordinal)
                    && (!found.TryGetValue(index, out var other) || string.CompareOrdinal(record.Id, other) < 0))
                {
                    found[index] = record.Id;
                }
            }
        }

        return found;
    }

    private async Task LinkAsync(MembershipForm form, ImportRowResult[] results, CancellationToken cancellationToken)
    {
        var campaign = _order.Campaign ?? throw new ImportImpossibleException("The mapping links to a campaign, but none is chosen.");
        var shape = ports.Campaigns.ShapeOf(_order.TargetAccount, form, plan.Target.Name)
            ?? throw new ImportImpossibleException($"Records of {plan.Target.Name} cannot be linked to {form}: the objects' names are not configured.");
        var (_, insert, update) = MembershipSteps[(int)form];
        await steps.AwaitAsync(insert, cancellationToken).ConfigureAwait(false);
        await steps.AwaitAsync(update, cancellationToken).ConfigureAwait(false);

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < results.Length; i++)
        {
            if (RecordOf(results[i]) is { } record)
            {
                _ = places.TryAdd(record, i);
            }
        }

        if (places.Count == 0)
        {
            return;
        }

        var existing = new Dictionary<string, ExistingMembership>(StringComparer.Ordinal);
        await foreach (var (record, membership) in ports.Campaigns.FindAsync(_order.TargetAccount, shape, campaign.CampaignId, places.Keys, cancellationToken).ConfigureAwait(false))
        {
            existing[record] = membership;
        }

        var plans = places.Select(place => (
            place.Key,
            Place: place.Value,
            Plan: CampaignRules.Decide(form, campaign, existing.TryGetValue(place.Key, out var membership) ? membership : null, hasStatus: shape.StatusField is not null))).ToList();
        foreach (var (_, place, kept) in plans.Where(item => item.Plan.Action == MembershipAction.Keep))
        {
            results[place] = With(results[place], new(form, kept.Action, kept.MembershipId, []));
        }

        await WriteMembershipsAsync(insert, MembershipAction.Create, RecordOperation.Insert).ConfigureAwait(false);
        await WriteMembershipsAsync(update, MembershipAction.UpdateStatus, RecordOperation.Update).ConfigureAwait(false);

        async Task WriteMembershipsAsync(ImportStep step, MembershipAction action, RecordOperation operation)
        {
            var due = plans.Where(item => item.Plan.Action == action).ToList();
            if (due.Count == 0)
            {
                return;
            }

            // Whatever earlier runs did was found above: no probe, and no job of theirs is left.
            var written = await steps.WriteAsync(
                step,
                due.Count,
                some => new MembershipBatch(
                    shape, campaign.CampaignId, operation, [.. some.Select(index => new MembershipWrite(due[index].Key, due[index].Plan.Status, due[index].Plan.MembershipId))])
                {
                    Account = _order.TargetAccount,
                },
                probe: null,
                cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < written.Length; i++)
            {
                results[due[i].Place] = With(results[due[i].Place], new(form, action, written[i].RecordId ?? due[i].Plan.MembershipId, written[i].IsWritten ? [] : written[i].Errors));
            }
        }
    }

    // The record that the participant has by this row; an update that failed leaves the record to whatever it was.
    private static string? RecordOf(ImportRowResult result) =>
        result.Outcome is ImportOutcome.Created or ImportOutcome.Updated or ImportOutcome.Unchanged ? result.RecordId : null;

    private static ImportRowResult With(ImportRowResult result, MembershipResult membership) => result with { Memberships = result.Memberships.Add(membership) };

    private async Task SettleAsync(ImportRowResult[] results, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var scope = _order.ToScope();
        var entries = new List<LedgerEntry>(results.Length);
        foreach (var result in results)
        {
            if (RecordOf(result) is { } record)
            {
                entries.Add(new(scope, record, import.Id, result.Number, now));
            }
        }

        var content = new ArrayBufferWriter<byte>(results.Length * 256);
        ImportChunks.WriteResults(results, content);
        await ledger.WriteAsync(chunk.Number, content, entries, cancellationToken).ConfigureAwait(false);
        await SettleAsync(ImportCounts.Of(results), cancellationToken).ConfigureAwait(false);
    }
}
