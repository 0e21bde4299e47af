using Spectre.Console;
using Support.Sdk;
using Support.Sdk.Failures;
using Support.Sdk.Running;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Output;

/// <summary>Follows an import, whichever process runs it, and says what became of it.</summary>
internal static class ImportView
{
    public static async Task<ExitCode> FollowAsync(Screen screen, WebinarImportWorkflow imports, string id, long? total, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var import = await WatchAsync(screen, imports, id, total, cancellationToken);
        if (cancellationToken.IsCancellationRequested && !import.IsOver)
        {
            screen.Warn("import.cancelling");
            _ = (await imports.CancelAsync(id, CommandOrigin.System, CancellationToken.None)).ValueOrThrow();
            import = await WatchAsync(screen, imports, id, total, CancellationToken.None);
        }

        return Show(screen, import, TimeProvider.System.GetElapsedTime(start));
    }

    private static async Task<WebinarImport> WatchAsync(Screen screen, WebinarImportWorkflow imports, string id, long? total, CancellationToken cancellationToken)
    {
        var last = (await imports.GetAsync(id, CommandOrigin.System, CancellationToken.None)).ValueOrThrow();
        await RowProgress.RunAsync(screen, "importing", total, async report =>
        {
            try
            {
                await foreach (var now in imports.WatchAsync(id, CommandOrigin.System, cancellationToken))
                {
                    last = now;
                    report(now.Counts.Rows);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl+C: what follows is for the caller to say.
            }
        });
        return last;
    }

    private static ExitCode Show(Screen screen, WebinarImport import, TimeSpan time)
    {
        ShowCounts(screen, import.Counts);
        screen.Say(
            "import.time",
            ("rows", screen.Number(import.Counts.Rows)), ("time", $"{time:hh\\:mm\\:ss\\.f}"), ("rate", screen.Number((long)(import.Counts.Rows / double.Max(time.TotalSeconds, 0.001)))));
        switch (import.Status)
        {
            case ImportStatus.Completed when import.Counts.Undone > 0:
                screen.Say("import.undone", ("rows", screen.Number(import.Counts.Undone)), ("mayPass", screen.Number(import.Counts.MayPass)));
                return ExitCode.RowsUndone;
            case ImportStatus.Completed:
                return ExitCode.Done;
            case ImportStatus.Cancelled:
                screen.Warn("import.cancelled");
                return ExitCode.Interrupted;
            case ImportStatus.Drifted:
                screen.Warn("import.drift", ("count", import.DriftCount));
                foreach (var drift in import.Drifts.Take(10))
                {
                    var code = ImportRefusals.Of(drift.Kind);
                    screen.Say(code.Code, ("participant", drift.Participant), ("record", drift.Record ?? ""));
                }

                throw new RefusedException(WebinarImportRefusals.Drifted.Refuse(import.DriftCount));
            default:
                screen.Warn("import.stopped", ("fault", import.Fault ?? ""));
                return import.FaultKind == FailureKind.Refused ? ExitCode.Refused : ExitCode.VendorFailed;
        }
    }

    private static void ShowCounts(Screen screen, ImportCounts counts)
    {
        var table = new Table().RoundedBorder().AddColumns(screen.Words.Write("import.outcome"), screen.Words.Write("plan.rows"));
        table.Columns[1].RightAligned();
        foreach (var (key, rows) in (ReadOnlySpan<(string, long)>)
        [
            ("outcome.Created", counts.Created), ("outcome.Updated", counts.Updated), ("outcome.Unchanged", counts.Unchanged), ("outcome.Repeated", counts.Repeated),
            ("outcome.Conflict", counts.Conflicts), ("outcome.Invalid", counts.Invalid), ("outcome.Failed", counts.Failed), ("outcome.Linked", counts.Linked + counts.LinkedBefore),
            ("outcome.NotLinked", counts.NotLinked), ("plan.total", counts.Rows),
        ])
        {
            table.AddRow(new Text(screen.Words.Write(key)), new Text(screen.Number(rows)));
        }

        screen.Show(table);
    }
}
