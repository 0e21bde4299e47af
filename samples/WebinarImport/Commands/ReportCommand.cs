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
        var id = await ImportStore.FindAsync(context.Line, store.Imports, path, cancellationToken);
        var import = (await store.Imports.GetAsync(id, CommandOrigin.System, cancellationToken)).ValueOrThrow();
        var (filter, rows) = context.Line.Has(Option.All) ? (ImportRowFilter.All, import.Counts.Rows) : (ImportRowFilter.Undone, import.Counts.Undone);
        var file = context.Line.Text(Option.Out) ?? "webinar-import-report.csv";
        await using (var output = OutputFile.Create(file))
        {
            await store.Imports.WriteReportAsync(id, output, CommandOrigin.System, context.Screen.Words.Culture, filter, cancellationToken);
        }

        context.Screen.Say("report.written", ("rows", rows), ("file", file));
        return ExitCode.Done;
    }
}
