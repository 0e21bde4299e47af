using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>Reads and plans the rows of an import, batch by batch.</summary>
internal sealed class ImportPlanning(ParticipantReader reader, ImportPlanner planner, int batchRows)
{
    public async IAsyncEnumerable<(RowPlan Plan, ParticipantKind Kind)> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<ImportRow>(batchRows);
        var kinds = new List<ParticipantKind>(batchRows);
        await foreach (var (row, kind) in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
            kinds.Add(kind);
            if (rows.Count == batchRows)
            {
                foreach (var (index, plan) in (await planner.PlanBatchAsync(rows, cancellationToken).ConfigureAwait(false)).Index())
                {
                    yield return (plan, kinds[index]);
                }

                rows.Clear();
                kinds.Clear();
            }
        }

        foreach (var (index, plan) in (await planner.PlanBatchAsync(rows, cancellationToken).ConfigureAwait(false)).Index())
        {
            yield return (plan, kinds[index]);
        }
    }
}
