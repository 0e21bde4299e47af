using Spectre.Console;
using Support.Sdk;
using Support.Sdk.Failures;
using Support.Sdk.Running;
using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Output;

/// <summary>Follows an import, whichever process runs it, and says what became of it.</summary>
internal static class ImportView
{
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(30);

    public static async Task<ExitCode> FollowAsync(CommandContext context, World world, string id, CancellationToken cancellationToken)
    {
        var (screen, start) = (context.Screen, context.Time.GetTimestamp());
        var patience = world.Patience;
        var import = (await world.Imports.GetAsync(id, CommandOrigin.System, CancellationToken.None)).ValueOrThrow();
        var before = import.Counts.Rows;
        var total = await world.RowsOfAsync(import.Order, CancellationToken.None);
        (import, var hasGivenUp) = await WatchAsync(context, world, import, total, patience, cancellationToken);
        if (cancellationToken.IsCancellationRequested && !import.IsOver)
        {
            screen.Warn("import.cancelling");
            var cancelled = await world.Imports.CancelAsync(id, CommandOrigin.System, CancellationToken.None);
            import = cancelled.Value ?? (await world.Imports.GetAsync(id, CommandOrigin.System, CancellationToken.None)).ValueOrThrow();
            if (!import.IsOver)
            {
                _ = cancelled.ValueOrThrow();
                (import, hasGivenUp) = await WatchAsync(context, world, import, total, CancelPatience < patience ? CancelPatience : patience, CancellationToken.None);
            }
        }

        if (hasGivenUp)
        {
            return ShowGivenUp(screen, world, import, patience);
        }

        ShowCounts(screen, import);
        var time = context.Time.GetElapsedTime(start);
        var rows = import.Counts.Rows - before;
        screen.Say(
            before == 0 ? "import.time" : "import.time-resumed",
            ("rows", screen.Number(import.Counts.Rows)), ("new", screen.Number(rows)), ("time", $"{time:hh\\:mm\\:ss\\.f}"), ("rate", screen.Number((long)(rows / double.Max(time.TotalSeconds, 0.001)))));
        return Show(screen, world, import);
    }

    private static async Task<(WebinarImport Import, bool HasGivenUp)> WatchAsync(
        CommandContext context, World world, WebinarImport last, long? total, TimeSpan patience, CancellationToken cancellationToken)
    {
        var runMoved = last.Run;
        using var stillness = new StillnessWatch(context.Time, patience, time => Tell(context.Screen, time, world.Trouble.Newest ?? (last.Run == runMoved ? null : last.Fault)), cancellationToken);
        await new RowProgress(context.Screen, context.Time, "importing", total).RunAsync(async report =>
        {
            try
            {
                await foreach (var now in world.Imports.WatchAsync(last.Id, CommandOrigin.System, stillness.Token))
                {
                    if (HasMoved(last, now))
                    {
                        world.Trouble.Forget();
                        stillness.Moved();
                        runMoved = now.Run;
                    }

                    last = now;
                    report(now.Counts.Rows);
                }
            }
            catch (OperationCanceledException) when (stillness.Token.IsCancellationRequested)
            {
                // Ctrl+C, or nothing moves: what follows is for the caller to say.
            }

            return last.Status == ImportStatus.Completed;
        });
        return (last, stillness.HasGivenUp);
    }

    // A run that begins anew has not got any further.
    private static bool HasMoved(WebinarImport before, WebinarImport now) =>
        now.Counts.Rows != before.Counts.Rows || now.LastChunk != before.LastChunk || now.Status != before.Status || !now.OpenChunks.AsSpan().SequenceEqual(before.OpenChunks.AsSpan());

    private static void Tell(Screen screen, TimeSpan time, string? fault) => screen.Note(fault is null
        ? screen.Words.Write("import.still", ("time", $"{time:hh\\:mm\\:ss}"))
        : screen.Words.Write("import.still-fault", ("time", $"{time:hh\\:mm\\:ss}"), ("fault", fault)));

    private static ExitCode ShowGivenUp(Screen screen, World world, WebinarImport import, TimeSpan patience)
    {
        if (import.Status == ImportStatus.Cancelling)
        {
            screen.Warn("import.cancel-pending", ("rows", screen.Number(import.PreparedRows - import.Counts.Rows)));
            SayIfResumable(screen, world, "import.resume-cancel");
            return ExitCode.Interrupted;
        }

        screen.Warn("import.given-up", ("time", $"{patience:hh\\:mm\\:ss}"), ("rows", screen.Number(import.Counts.Rows)));
        SayIfResumable(screen, world, "import.resume-later");
        return ExitCode.VendorFailed;
    }

    private static void SayIfResumable(Screen screen, World world, string key)
    {
        if (world.CanResume)
        {
            screen.Warn(key);
        }
    }

    private static ExitCode Show(Screen screen, World world, WebinarImport import)
    {
        switch (import.Status)
        {
            case ImportStatus.Completed when import.Counts.Undone > 0:
                screen.Say("import.undone", ("rows", screen.Number(import.Counts.Undone)));
                if (world.CanResume)
                {
                    screen.Say("import.retry");
                }

                if (import.Counts.MayPass > 0)
                {
                    screen.Say("import.may-pass", ("rows", screen.Number(import.Counts.MayPass)));
                }

                return ExitCode.RowsUndone;
            case ImportStatus.Completed:
                return ExitCode.Done;
            case ImportStatus.Cancelled:
                screen.Warn("import.cancelled");
                SayIfResumable(screen, world, "import.again");
                return ExitCode.Interrupted;
            case ImportStatus.Drifted:
                screen.Warn("import.drift", ("count", import.DriftCount));
                foreach (var drift in import.Drifts.Take(10))
                {
                    var code = ImportRefusals.Of(drift.Kind);
                    screen.Warn(code.Code, ("participant", drift.Participant), ("record", drift.Record ?? ""));
                }

                throw new RefusedException(WebinarImportRefusals.Drifted.Refuse(import.DriftCount));
            default:
                screen.Warn("import.stopped", ("fault", import.Fault ?? ""));
                SayIfResumable(screen, world, "import.resume");
                return import.FaultKind == FailureKind.Refused ? ExitCode.Refused : ExitCode.VendorFailed;
        }
    }

    private static void ShowCounts(Screen screen, WebinarImport import)
    {
        var counts = import.Counts;
        var table = new Table().RoundedBorder().AddColumns(screen.Words.Write("import.outcome"), screen.Words.Write("plan.rows"));
        table.Columns[1].RightAligned();
        foreach (var (key, rows) in (ReadOnlySpan<(string, long)>)
        [
            ("outcome.Created", counts.Created), ("outcome.Updated", counts.Updated), ("outcome.Unchanged", counts.Unchanged), ("outcome.Repeated", counts.Repeated),
            ("outcome.Conflict", counts.Conflicts), ("outcome.Invalid", counts.Invalid), ("outcome.Failed", counts.Failed), ("outcome.Linked", counts.Linked + counts.LinkedBefore),
            ("outcome.NotLinked", counts.NotLinked), ("plan.total", counts.Rows),
        ])
        {
            if (import.Order.Campaign is null && (key is "outcome.Linked" or "outcome.NotLinked"))
            {
                continue;
            }

            table.AddRow(new Text(screen.Words.Write(key)), new Text(screen.Number(rows)));
        }

        screen.Show(table);
    }
}
