using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Support.Sdk.Webinars;

/// <summary>Reads and plans the rows of an import, batch by batch: while one is looked up, the next ones are read and mapped.</summary>
internal sealed class ImportPlanning(ParticipantReader reader, ImportPlanner planner, int batchRows)
{
    private const int BatchesAhead = 2;

    public async IAsyncEnumerable<(RowPlan Plan, ParticipantKind Kind)> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var plans = await planner.PlanBatchAsync(batch.Rows, cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < plans.Length; i++)
                {
                    yield return (plans[i], batch.Kinds[i]);
                }
            }
        }
        finally
        {
            // Whoever stops early stops the reading too; its own fault was told by the channel.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new Batch(batchRows);
            await foreach (var (row, kind) in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                batch.Rows.Add(row);
                batch.Kinds.Add(kind);
                if (batch.Rows.Count == batchRows)
                {
                    await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                    batch = new Batch(batchRows);
                }
            }

            await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            batches.Complete();
        }
        catch (Exception exception)
        {
            batches.Complete(exception);
        }
    }

    private sealed class Batch(int rows)
    {
        public List<ImportRow> Rows { get; } = new(rows);

        public List<ParticipantKind> Kinds { get; } = new(rows);
    }
}
