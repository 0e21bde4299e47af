using Support.Sdk.Running;
using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>Writes the rows that left something undone as CSV, with every reason and the vendor's code; or all rows.</summary>
internal sealed class ReportCommand() : Command("report", null, Option.Import, Option.Out, Option.All, Option.Store)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = World.StoreOf(context, context.Sources.Read());
        await using var store = ImportStore.Open(path);
        var import = await ImportStore.FindAsync(context.Line, store.Imports, path, cancellationToken);
        var (filter, rows) = context.Line.Has(Option.All) ? (ImportRowFilter.All, import.Counts.Rows) : (ImportRowFilter.Undone, import.Counts.Undone);
        var file = context.Line.Text(Option.Out) ?? "webinar-import-report.csv";
        await OutputFile.WriteAsync(
            file, output => store.Imports.WriteReportAsync(import.Id, output, CommandOrigin.System, context.Screen.Words.Culture, filter, cancellationToken), path);

        if (!import.IsOver)
        {
            context.Screen.Warn("report.unfinished", ("status", context.Screen.Words.Write($"status.{import.Status}")));
        }

        context.Screen.Say("report.written", ("rows", rows), ("file", file));
        return ExitCode.Done;
    }
}
