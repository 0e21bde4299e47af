using System.Buffers;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>A dry run of an import (WBN-10): says row by row what would be done, and writes nothing into the system.</summary>
/// <remarks>Not thread-safe; to be read once, and disposed of.</remarks>
public sealed class ImportPreview : IDisposable
{
    private const int StampsInAChunk = 10_000;

    private readonly ImportPlanner _planner;
    private readonly ImportPlanning _planning;
    private readonly IImportLedger? _ledger;
    private bool _isRead;

    internal ImportPreview(string id, MappingPlan plan, ImportPlanner planner, ImportPlanning planning, IImportLedger? ledger)
    {
        Id = id;
        Plan = plan;
        _planner = planner;
        _planning = planning;
        _ledger = ledger;
    }

    /// <summary>The plan's id, with which an import can be bound to it (<see cref="WebinarImportRequest.Plan"/>) when it was kept and read to its end.</summary>
    public string Id { get; }

    /// <summary>The compiled mapping.</summary>
    public MappingPlan Plan { get; }

    /// <summary>What was planned so far, in numbers.</summary>
    public ImportSummary Summary => _planner.Summary;

    /// <summary>The fingerprint of what was planned so far.</summary>
    public PlanFingerprint Fingerprint => _planner.Fingerprint;

    /// <summary>Reads and plans the rows, in their order.</summary>
    /// <param name="cancellationToken">Ends the planning. A plan that was not read to its end is not kept.</param>
    /// <exception cref="InvalidOperationException">The preview was read before.</exception>
    public IAsyncEnumerable<RowPlan> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_isRead)
        {
            throw new InvalidOperationException("A preview is read once; ask for another.");
        }

        _isRead = true;
        return ReadAllAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _planner.Dispose();

    private async IAsyncEnumerable<RowPlan> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stamps = new List<RowStamp>();
        var number = 0;
        var isWhole = false;
        try
        {
            await foreach (var (row, _) in _planning.RowsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (_ledger is not null)
                {
                    stamps.Add(row.Stamp);
                    if (stamps.Count == StampsInAChunk)
                    {
                        await KeepAsync(++number, stamps, cancellationToken).ConfigureAwait(false);
                        stamps.Clear();
                    }
                }

                yield return row;
            }

            // Also a plan without rows is one.
            if (_ledger is not null)
            {
                await KeepAsync(++number, stamps, cancellationToken).ConfigureAwait(false);
            }

            isWhole = true;
        }
        finally
        {
            if (!isWhole && number > 0)
            {
                _ = await _ledger!.RemoveChunksAsync(Id, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask KeepAsync(int number, List<RowStamp> stamps, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>(64 + (stamps.Count * 64));
        ImportChunks.WriteStamps(_planner.Fingerprint.Mapping, stamps, content);
        _ = await _ledger!.WriteAsync(new(Id, number, content.WrittenMemory), [], cancellationToken).ConfigureAwait(false);
    }
}
