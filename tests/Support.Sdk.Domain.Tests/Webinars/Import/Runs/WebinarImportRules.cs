using Support.Sdk.Testing;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// What must hold of every step of every history.
internal static class WebinarImportRules
{
    public static IEnumerable<string> Violations(ExploredStep<WebinarImport, WebinarImportCommand, WebinarImportEvent> step)
    {
        if (step.After is not { } state)
        {
            yield break;
        }

        if (!state.OpenChunks.Select(static chunk => chunk.Number).SequenceEqual(state.OpenChunks.Select(static chunk => chunk.Number).Distinct().Order()))
        {
            yield return "WBN-11: the open chunks are not each there once, in their order.";
        }

        if (state.OpenChunks.Any(chunk => chunk.Number < 1 || chunk.Number > state.LastChunk))
        {
            yield return "WBN-11: a chunk is open that was never prepared.";
        }

        if (state.OpenChunks.Any(static chunk => chunk.Jobs.Select(static job => job.Step).Distinct().Count() != chunk.Jobs.Length))
        {
            yield return "WBN-11: two jobs write the same step of a chunk.";
        }

        if (state.OpenChunks.Any(static chunk => chunk.Begun.Distinct().Count() != chunk.Begun.Length))
        {
            yield return "WBN-11: a step has begun twice.";
        }

        if (step.Command is { Attempt: { } attempt } && attempt != step.Before?.Attempt && step.Decision.ToList().Count > 0)
        {
            yield return "WBN-11: an attempt that has no say has changed something.";
        }

        if (state.Attempt - (step.Before?.Attempt ?? 0) != (step.Decision.ToList().OfType<WebinarImportEvent.TakenOver>().Any() ? 1 : 0))
        {
            yield return "WBN-11: an attempt was left out, or began without being told.";
        }

        if (state.Drifts.Length > WebinarImport.MaximumDrifts || state.Drifts.Length > state.DriftCount)
        {
            yield return "WBN-10: more drifts are named than there are, or than the state may hold.";
        }

        if (state.IsOver && (!state.OpenChunks.IsEmpty || state.EndedAt is null))
        {
            yield return "WBN-11: the import is over although rows are being written, or nobody knows since when.";
        }

        if (!state.IsOver && state.EndedAt is not null)
        {
            yield return "WBN-11: the import has ended and is not over.";
        }

        if (state.StoppedIn is not null != (state.Status == ImportStatus.Stopped))
        {
            yield return "WBN-11: it is not clear in which status the import goes on.";
        }

        if (WebinarImportMachine.Claims(state).Count != (state.IsOver ? 0 : 1))
        {
            yield return "WBN-05: an import holds its object exactly as long as it is not over.";
        }

        if (state.LastChunk > 0 && state is { Order.Plan: not null, Status: ImportStatus.Checking or ImportStatus.Drifted })
        {
            yield return "WBN-10: rows were written before the plan was checked.";
        }

        var runs = Imports.EffectsOf(step.Before, step.Decision.ToList()).Cast<WebinarImportEffect.Run>().Select(static run => run.Number).ToList();
        if (!runs.SequenceEqual(Enumerable.Range((step.Before?.Run ?? 0) + 1, runs.Count)) || state.Run != (step.Before?.Run ?? 0) + runs.Count)
        {
            yield return "WBN-11: each run is asked for once.";
        }

        if (step.Before is { } before)
        {
            foreach (var violation in Between(before, state))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<string> Between(WebinarImport before, WebinarImport after)
    {
        if (before.IsOver && !ReferenceEquals(before, after))
        {
            yield return "WBN-11: the import was over for good and changed.";
        }

        if (Numbers(before.Counts).Zip(Numbers(after.Counts), static (former, next) => next < former).Any(static isLess => isLess))
        {
            yield return "WBN-11: a row that was over with is not any more.";
        }

        if (after.LastChunk - before.LastChunk is not (0 or 1) || after.PreparedRows < before.PreparedRows)
        {
            yield return "WBN-11: a chunk was left out, or is not prepared any more.";
        }

        if (after.LastChunk > before.LastChunk && before.Status != ImportStatus.Importing)
        {
            yield return $"WBN-11: rows were prepared while the import was {before.Status}.";
        }

        if ((before.Status is ImportStatus.Stopped or ImportStatus.Drifted || before.IsOver) && after.Status is ImportStatus.Checking or ImportStatus.Importing or ImportStatus.Cancelling
            && after.Run != before.Run + 1)
        {
            yield return "WBN-11: the import goes on, and nobody runs it.";
        }
    }

    private static long[] Numbers(ImportCounts counts) =>
    [
        counts.Rows, counts.Created, counts.Updated, counts.Unchanged, counts.Repeated, counts.Conflicts, counts.Invalid, counts.Failed,
        counts.Linked, counts.LinkedBefore, counts.NotLinked, counts.Undone, counts.MayPass,
    ];
}
