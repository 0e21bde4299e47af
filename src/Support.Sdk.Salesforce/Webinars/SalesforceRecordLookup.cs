using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Finds records by SOQL, a few hundred keys a query (fact sheet 7).</summary>
/// <remarks>Several queries may be under way; besides a page of each, a bounded number of records waits for the reader.</remarks>
internal sealed class SalesforceRecordLookup(ISalesforceClientFactory clients, IOptionsMonitor<SalesforceOptions> options) : IRecordLookup
{
    private const int Waiting = 1000;

    public async IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var keys = RecordKeys.Of(query.KeyField, query.Keys.IsDefault ? [] : query.Keys);
        var client = clients.GetClient(query.Account);
        var form = new FoundRecords(query.KeyField.Name, query.Fields.IsDefault ? [] : query.Fields, keys);
        var (from, key) = (SoqlName.Of(query.Object), SoqlName.Of(query.KeyField.Name));

        // A converted lead cannot be changed any more: who comes back is a new one.
        var isLead = string.Equals(query.Object, "Lead", StringComparison.OrdinalIgnoreCase);
        var queries = Soql.InBatches(keys.Values, some => isLead
            ? Soql.Of($"SELECT {form.Fields} FROM {from} WHERE {key} IN {keys.Literals(some)} AND IsConverted = FALSE")
            : Soql.Of($"SELECT {form.Fields} FROM {from} WHERE {key} IN {keys.Literals(some)}")).ToList();
        var width = int.Min(options.Get(query.Account).Webinars.LookupConcurrency, queries.Count);
        var found = width > 1
            ? ReadTogetherAsync(client.Queries, queries, form, width, cancellationToken)
            : client.Queries.QueryAllOf(queries, form.RecordType, cancellationToken: cancellationToken);
        var seen = keys.HasTwins ? new HashSet<string>(StringComparer.Ordinal) : null;
        await foreach (var record in found.ConfigureAwait(false))
        {
            if (seen is null || seen.Add(record.Id))
            {
                yield return record;
            }
        }
    }

    private static async IAsyncEnumerable<ExistingRecord> ReadTogetherAsync(
        QueriesClient client, IReadOnlyList<Soql> queries, FoundRecords form, int width, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var records = Channel.CreateBounded<ExistingRecord>(Waiting);
        var reading = ReadAllAsync(client, queries, form, width, records.Writer, stop.Token);
        try
        {
            await foreach (var record in records.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return record;
            }
        }
        finally
        {
            // Whoever stops early leaves no query behind; what went wrong has come through the channel.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task ReadAllAsync(
        QueriesClient client, IReadOnlyList<Soql> queries, FoundRecords form, int width, ChannelWriter<ExistingRecord> records, CancellationToken cancellationToken)
    {
        try
        {
            var together = new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(queries, together, async (query, token) =>
            {
                await foreach (var record in client.Query(query, form.RecordType).WithCancellation(token).ConfigureAwait(false))
                {
                    await records.WriteAsync(record, token).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
            records.Complete();
        }
        catch (Exception exception)
        {
            records.Complete(exception);
        }
    }
}
