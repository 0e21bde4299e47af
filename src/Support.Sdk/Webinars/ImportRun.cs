using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Webinars;

/// <summary>One run of an import: brings to an end what earlier runs have begun, then reads, plans, keeps and writes chunk by chunk until no row is left.</summary>
/// <remarks>
/// A chunk is written while the next one is read and planned. Before anything is written of a chunk, its rows are kept and the machine knows of it; so whatever happens, the next run finds
/// them, looks what has become of them, and goes on. A host that stood still while another one took over is refused by machine and ledger alike.
/// </remarks>
internal sealed class ImportRun(
    ImportOrder order,
    ImportPorts ports,
    IImportLedger ledger,
    ImportJournal journal,
    WebinarImportOptions options,
    TimeProvider timeProvider,
    SdkTelemetry telemetry,
    ILogger logger)
{
    // While the system works on one chunk, the results of another are read.
    private const int ChunksAtOnce = 2;

    private WebinarImport _import = null!;
    private FencedLedger _kept = null!;
    private IRecordLookup _lookup = null!;
    private MappingPlan _plan = null!;

    public async Task<EffectResult<WebinarImportCommand>> RunAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await GoAsync(cancellationToken).ConfigureAwait(false);
            outcome = result.Command is WebinarImportCommand.ReportDrift ? "drifted" : "completed";
            return result;
        }
        catch (RunSupersededException superseded)
        {
            outcome = "superseded";
            // Who still has the effect finds in the next attempt whether anything is left to be done; who has lost it keeps nobody from it.
            SdkLog.ImportSuperseded(logger, journal.Import, superseded.Message);
            return EffectResult<WebinarImportCommand>.Retry(superseded.Message);
        }
        catch (Exception exception) when (journal.HasProgress && !cancellationToken.IsCancellationRequested && MayPass(exception))
        {
            outcome = "interrupted";
            // The next run begins with its attempts counted anew: an import that gets further is not given up.
            return EffectResult<WebinarImportCommand>.Report(journal.Sign(new WebinarImportCommand.Interrupt(Describe(exception))));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "canceled";
            throw;
        }
        finally
        {
            telemetry.RecordImportRun(outcome, timeProvider.GetElapsedTime(started));
        }
    }

    private static bool MayPass(Exception exception) => exception is not IVendorFailure { Kind: not (FailureKind.Transient or FailureKind.Conflict) };

    private static string Describe(Exception exception) => exception is IVendorFailure failure ? failure.Description : $"{exception.GetType().Name}: {exception.Message}";

    private async Task<EffectResult<WebinarImportCommand>> GoAsync(CancellationToken cancellationToken)
    {
        _import = await journal.TakeOverAsync(cancellationToken).ConfigureAwait(false);
        _kept = new FencedLedger(ledger, _import.Id, _import.Attempt);
        await ledger.FenceAsync(_import.Id, _import.Attempt, cancellationToken).ConfigureAwait(false);

        // Rows that were kept and of which the machine was never told: nothing was written of them, and they are read anew.
        _ = await ledger.RemoveChunksAsync(_import.Id, _import.LastChunk, cancellationToken).ConfigureAwait(false);
        if (_import.Status == ImportStatus.Cancelling && _import.OpenChunks.IsEmpty)
        {
            return EffectResult<WebinarImportCommand>.Report(journal.Sign(new WebinarImportCommand.Complete()));
        }

        var compiled = await new ImportPreparation(ports).CompileAsync(order, cancellationToken).ConfigureAwait(false);
        if (compiled.Refusal is { } refusal)
        {
            throw new ImportImpossibleException(refusal.ToString());
        }

        _plan = compiled.Value!;
        _lookup = new LedgerLookup(ports.Lookup, ledger, order);
        if (_import.Status == ImportStatus.Checking)
        {
            if (await CheckPlanAsync(cancellationToken).ConfigureAwait(false) is { } drift)
            {
                return EffectResult<WebinarImportCommand>.Report(journal.Sign(drift));
            }

            _ = await journal.TellAsync(new WebinarImportCommand.ConfirmPlan(), cancellationToken).ConfigureAwait(false);
        }

        using var planner = new ImportPlanner(_plan, order.WebinarId, _lookup, withFingerprint: false);
        var reader = new ParticipantReader(ports.Source, _plan, order);
        await FinishAsync(planner, reader, cancellationToken).ConfigureAwait(false);
        if (_import.Status != ImportStatus.Cancelling)
        {
            await ImportAsync(new ImportPlanning(reader, planner, int.Min(options.LookupRows, order.ChunkRows)), cancellationToken).ConfigureAwait(false);
        }

        if (order.Plan is { } plan)
        {
            // Whatever it said has been done.
            _ = await ledger.RemoveChunksAsync(plan, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return EffectResult<WebinarImportCommand>.Report(journal.Sign(new WebinarImportCommand.Complete()));
    }

    private async Task<WebinarImportCommand?> CheckPlanAsync(CancellationToken cancellationToken)
    {
        using var planner = new ImportPlanner(_plan, order.WebinarId, _lookup, withFingerprint: false);
        var reader = new ParticipantReader(ports.Source, _plan, order);
        var now = new ImportPlanning(reader, planner, options.LookupRows).RowsAsync(cancellationToken).Select(static row => row.Plan.Stamp);
        long count = 0;
        var drifts = ImmutableArray.CreateBuilder<ImportDrift>();
        await foreach (var drift in DriftCheck.CompareAsync(PlannedAsync(), now, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            count++;
            if (drifts.Count < WebinarImport.MaximumDrifts)
            {
                var stamp = drift.Now ?? drift.Planned!;
                drifts.Add(new(drift.Kind, ParticipantName.Of(stamp.SourceId, stamp.Number), stamp.RecordId ?? drift.Planned?.RecordId));
            }
        }

        return count == 0 ? null : new WebinarImportCommand.ReportDrift(count, drifts.ToImmutable());

        async IAsyncEnumerable<RowStamp> PlannedAsync()
        {
            await foreach (var chunk in ledger.ReadChunksAsync(order.Plan!, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                foreach (var stamp in ImportChunks.ReadStamps(chunk.Content.Span, out _))
                {
                    yield return stamp;
                }
            }
        }
    }

    // What earlier runs have read is not read again; what they have begun is brought to its end.
    private async Task FinishAsync(ImportPlanner planner, ParticipantReader reader, CancellationToken cancellationToken)
    {
        if (order.RetryOf is { } former && _import.Status != ImportStatus.Cancelling)
        {
            reader.Only = await UndoneOfAsync(former, cancellationToken).ConfigureAwait(false);
        }

        if (_import.LastChunk == 0)
        {
            return;
        }

        var taken = new HashSet<ulong>((int)long.Min(_import.PreparedRows, Array.MaxLength));
        var open = _import.OpenChunks.ToDictionary(static chunk => chunk.Number);
        await foreach (var chunk in ledger.ReadChunksAsync(_import.Id, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            _ = open.Remove(chunk.Number, out var unsettled);
            if (ImportChunks.HasResults(chunk.Content.Span))
            {
                var counted = unsettled is null ? null : ImportCounts.Of(ImportChunks.ReadResults(chunk.Content));
                foreach (var row in ImportChunks.ReadResults(chunk.Content))
                {
                    Take(row.Kind, row.SourceId, row.Number, row.KeyDigest);
                }

                if (unsettled is not null)
                {
                    await WriterOf(unsettled).SettleAsync(counted!, cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                var begun = unsettled ?? throw new ImportImpossibleException(FormattableString.Invariant($"The ledger has no results of the chunk {chunk.Number}, which is settled."));
                var rows = await PlanAnewAsync(planner, begun, ImportChunks.ReadPrepared(_plan, chunk.Content.Span), cancellationToken).ConfigureAwait(false);
                foreach (var row in rows)
                {
                    Take(row.Kind, row.Row.SourceId, row.Row.Number, row.Verdict.HasRecord ? row.Row.KeyDigest : null);
                }

                await WriterOf(begun).WriteAsync(rows, cancellationToken).ConfigureAwait(false);
            }
        }

        if (open.Count > 0)
        {
            throw new ImportImpossibleException(FormattableString.Invariant($"The ledger lacks the chunk {open.Keys.Min()} of the import: its rows were removed while it was not over."));
        }

        reader.Without = taken;

        void Take(ParticipantKind kind, string sourceId, long number, UInt128? key)
        {
            _ = taken.Add(ParticipantReader.IdentityOf(kind, sourceId, number));
            reader.LastNumber = long.Max(reader.LastNumber, number);
            if (key is { } digest)
            {
                planner.Remember(digest, number);
            }
        }
    }

    // An hour or a week may have passed since the rows were planned: those of which nothing can have been written are planned anew, on what is there now.
    private async Task<ImmutableArray<PreparedRow>> PlanAnewAsync(ImportPlanner planner, OpenChunk chunk, ImmutableArray<PreparedRow> rows, CancellationToken cancellationToken)
    {
        int[] places = [.. Enumerable.Range(0, rows.Length).Where(place => IsUnbegun(rows[place].Verdict.Action))];
        if (places.Length == 0)
        {
            return rows;
        }

        var anew = rows.ToBuilder();
        foreach (var some in places.Chunk(options.LookupRows))
        {
            var plans = await planner.PlanBatchAsync([.. some.Select(place => rows[place].Row)], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < some.Length; i++)
            {
                anew[some[i]] = PreparedRow.Of(plans[i], rows[some[i]].Kind);
            }
        }

        await _kept.WritePreparedAsync(chunk.Number, anew, cancellationToken).ConfigureAwait(false);
        return anew.MoveToImmutable();

        bool IsUnbegun(RowAction action) => action switch
        {
            RowAction.Insert => !chunk.HasBegun(ImportStep.InsertRecords),
            RowAction.Update => !chunk.HasBegun(ImportStep.UpdateRecords),
            _ => false,
        };
    }

    // A row that was left out because an undone one stood for the same person is undone with it: that one may have gone.
    private async Task<HashSet<ulong>> UndoneOfAsync(string former, CancellationToken cancellationToken)
    {
        var undone = new HashSet<ulong>();
        var numbers = new HashSet<long>();
        await foreach (var chunk in ledger.ReadChunksAsync(former, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!ImportChunks.HasResults(chunk.Content.Span))
            {
                continue;
            }

            foreach (var row in ImportChunks.ReadResults(chunk.Content))
            {
                if (row.IsUndone)
                {
                    _ = numbers.Add(row.Number);
                }

                if (row.IsUndone || (row.RepeatsRow is { } repeated && numbers.Contains(repeated)))
                {
                    _ = undone.Add(ParticipantReader.IdentityOf(row.Kind, row.SourceId, row.Number));
                }
            }
        }

        // There were some when the import was started. To take none for all would end it as if they were done.
        return undone.Count > 0 ? undone : throw new ImportImpossibleException(WebinarImportRefusals.RowsForgotten.Refuse().ToString());
    }

    private async Task ImportAsync(ImportPlanning planning, CancellationToken cancellationToken)
    {
        var chunk = ImmutableArray.CreateBuilder<PreparedRow>();
        var number = _import.LastChunk;
        var writing = new Queue<Task>();
        try
        {
            await foreach (var (plan, kind) in planning.RowsAsync(cancellationToken).ConfigureAwait(false))
            {
                chunk.Add(PreparedRow.Of(plan, kind));
                if (chunk.Count == order.ChunkRows)
                {
                    if (!await BeginAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    chunk = ImmutableArray.CreateBuilder<PreparedRow>();
                }
                else if (writing.TryPeek(out var oldest) && oldest.IsCompleted)
                {
                    // A fault is met here, not a chunk later.
                    await writing.Dequeue().ConfigureAwait(false);
                }
            }

            if (chunk.Count is > 0 and var rest && rest < order.ChunkRows)
            {
                _ = await BeginAsync().ConfigureAwait(false);
            }

            await Task.WhenAll(writing).ConfigureAwait(false);
        }
        catch
        {
            // What is being written is brought to its end, or to its own fault, before the next run looks at it.
            await Task.WhenAll(writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        // Whether the chunk is being written, or the import is being cancelled.
        async Task<bool> BeginAsync()
        {
            while (writing.Count >= ChunksAtOnce)
            {
                await writing.Dequeue().ConfigureAwait(false);
            }

            if (await PrepareAsync(++number, chunk, cancellationToken).ConfigureAwait(false) is not { } begun)
            {
                return false;
            }

            writing.Enqueue(begun);
            return true;
        }
    }

    // Gives the writing of the chunk, or nothing when the import is being cancelled.
    private async Task<Task?> PrepareAsync(int number, ImmutableArray<PreparedRow>.Builder chunk, CancellationToken cancellationToken)
    {
        var rows = chunk.ToImmutable();
        await _kept.WritePreparedAsync(number, rows, cancellationToken).ConfigureAwait(false);
        if (!await journal.TellAsync(new WebinarImportCommand.PrepareChunk(number, rows.Length), cancellationToken).ConfigureAwait(false))
        {
            // Nothing was written of these rows, and nothing is kept of them.
            _ = await ledger.RemoveChunksAsync(_import.Id, number - 1, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return WriterOf(new(number, rows.Length, [])).WriteAsync(rows, cancellationToken);
    }

    private ChunkWriter WriterOf(OpenChunk chunk) =>
        new(ports, _lookup, _kept, new StepWriter(ports.Writer, journal, order, chunk, logger), journal, _import, _plan, chunk, timeProvider, telemetry);
}
