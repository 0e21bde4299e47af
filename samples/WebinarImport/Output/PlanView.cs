using System.Globalization;
using Spectre.Console;
using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Output;

/// <summary>A plan for people: how many rows of each kind, the first ones of each verdict with what would change, the fingerprint.</summary>
internal static class PlanView
{
    private const int RowsOfEach = 3;

    public static async Task ShowAsync(CommandContext context, ImportPreview preview, string? campaign, long? total, CancellationToken cancellationToken)
    {
        var (screen, linked) = (context.Screen, 0L);
        var examples = new SortedDictionary<ImportVerdict, List<RowPlan>>(Comparer<ImportVerdict>.Create(static (left, right) => (left.Action, left.Reason).CompareTo((right.Action, right.Reason))));
        await new RowProgress(screen, context.Time, "planning", total).RunAsync(async report =>
        {
            var rows = 0L;
            await foreach (var row in preview.ReadAsync(cancellationToken))
            {
                if (!examples.TryGetValue(row.Verdict, out var found))
                {
                    examples.Add(row.Verdict, found = []);
                }

                if (found.Count < RowsOfEach)
                {
                    found.Add(row);
                }

                linked += row.Verdict.HasRecord ? 1 : 0;
                if (++rows % 1_000 == 0)
                {
                    report(rows);
                }
            }

            report(rows);
            return true;
        });

        ShowSummary(screen, preview.Summary);
        if (campaign is not null)
        {
            screen.Say("plan.linked", ("rows", screen.Number(linked)), ("campaign", campaign));
        }

        screen.Say("plan.first");
        ShowExamples(screen, examples.Values.SelectMany(static rows => rows));
        screen.Say("plan.fingerprint", ("fingerprint", preview.Fingerprint.Value));
    }

    private static void ShowSummary(Screen screen, ImportSummary summary)
    {
        var table = new Table().RoundedBorder().AddColumns(screen.Words.Write("plan.action"), screen.Words.Write("plan.rows"), screen.Words.Write("plan.share"));
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        Row("action.Insert", summary.Inserts);
        Row("action.Update", summary.Updates);
        Row("action.Skip", summary.Skips);
        Row("action.Conflict", summary.Conflicts);
        Row("action.Invalid", summary.Invalid);
        Row("plan.total", summary.Rows);
        screen.Show(table);

        void Row(string key, long rows) => table.AddRow(
            new Text(screen.Words.Write(key)), new Text(screen.Number(rows)), new Text((summary.Rows == 0 ? 0 : (double)rows / summary.Rows).ToString("P1", screen.Words.Culture)));
    }

    private static void ShowExamples(Screen screen, IEnumerable<RowPlan> rows)
    {
        var table = new Table().RoundedBorder().AddColumns(
            screen.Words.Write("plan.row"), screen.Words.Write("plan.action"), screen.Words.Write("plan.reason"), screen.Words.Write("plan.changes"));
        foreach (var row in rows)
        {
            // What is wrong with the values says more than that something is.
            var reasons = (row.DescribeIssues() is { IsEmpty: false } issues ? issues : [row.Describe()]).Select(screen.Words.Write);
            var changes = row.GetChanges().Select(static change => change.Before is null ? $"{change.Field.Label}: {change.After}" : $"{change.Field.Label}: {change.Before} → {change.After}");
            table.AddRow(
                new Text(row.Row.Number.ToString(CultureInfo.InvariantCulture)),
                new Text(screen.Words.Write($"action.{row.Action}")),
                new Text(string.Join(' ', reasons)),
                new Text(string.Join(", ", changes)));
        }

        screen.Show(table);
    }
}
