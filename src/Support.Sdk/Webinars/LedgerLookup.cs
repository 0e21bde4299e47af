using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>Finds records, and says of each whether it was imported for the webinar, where the insert mode asks for it.</summary>
internal sealed class LedgerLookup(IRecordLookup lookup, IImportLedger ledger, ImportOrder order) : IRecordLookup
{
    private const int Batch = 5_000;

    public async IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var found = lookup.FindAsync(query with { Account = order.TargetAccount }, cancellationToken);
        if (order.Mapping.InsertMode != InsertMode.InsertNewForEachWebinar)
        {
            await foreach (var record in found.ConfigureAwait(false))
            {
                yield return record;
            }

            yield break;
        }

        await foreach (var records in BatchesAsync(found, cancellationToken).ConfigureAwait(false))
        {
            var entries = await ledger.FindAsync(order.ToScope(), [.. records.Select(record => record.Id)], cancellationToken).ConfigureAwait(false);
            var imported = entries.Select(entry => entry.RecordId).ToHashSet(StringComparer.Ordinal);
            foreach (var record in records)
            {
                yield return record with { IsImportedForWebinar = imported.Contains(record.Id) };
            }
        }
    }

    private static async IAsyncEnumerable<ImmutableArray<ExistingRecord>> BatchesAsync(
        IAsyncEnumerable<ExistingRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = ImmutableArray.CreateBuilder<ExistingRecord>();
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(record);
            if (batch.Count == Batch)
            {
                yield return batch.ToImmutable();
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            yield return batch.ToImmutable();
        }
    }
}
