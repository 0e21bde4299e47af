using Spectre.Console;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>Lists the imports of a store, the newest first.</summary>
internal sealed class ListCommand() : Command("list", null, Option.Store)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = World.StoreOf(context, context.Sources.Read());
        await using var store = ImportStore.Open(path);
        var (words, screen) = (context.Screen.Words, context.Screen);
        var table = new Table().RoundedBorder().AddColumns(words.Write("list.import"), words.Write("list.started"), words.Write("list.webinar"), words.Write("list.status"), words.Write("plan.rows"), words.Write("list.undone"));
        table.Columns[4].RightAligned();
        table.Columns[5].RightAligned();
        foreach (var import in await ImportStore.ListAsync(store.Imports, cancellationToken))
        {
            table.AddRow(
                new Text(import.Id),
                new Text(words.Write("list.time", ("at", import.StartedAt))),
                new Text(import.Order.WebinarId),
                new Text(words.Write($"status.{import.Status}")),
                new Text(screen.Number(import.Counts.Rows)),
                new Text(screen.Number(import.Counts.Undone)));
        }

        screen.Show(table);
        return ExitCode.Done;
    }
}
