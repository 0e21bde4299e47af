using System.Globalization;
using System.Text;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class ImportDocumentTests
{
    [Fact]
    public void Page_OfTheImport_IsUpToDate() => CommittedFile.ShouldHold("docs/machines/webinar-import.md", Page());

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # What an import does with each participant

            Generated from `ImportTable`, `ImportRefusals` and the text resources; do not edit. *Key* is the mapping's primary key; *imported* means imported for the same webinar.

            | Mode | Participant | Records with the key | Answer | Where nothing would change | Where Salesforce keeps the key unique |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var cell in ImportTable.Cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Mode(cell.Mode)} | {Row(cell.Row)} | {Match(cell.Match)} | {Write(cell.Verdict)} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Write(cell.Unchanged)} | {Write(cell.KeyEnforced)} |\n");
        }

        text.Append("\n## Codes\n\n| Code | Requirement | English | French | Parameters |\n|---|---|---|---|---|\n");
        foreach (var code in ImportRefusals.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.Requirement} | {Text(code, "")} | {Text(code, "fr")} | ");
            text.Append(code.Parameters.Count == 0 ? "–" : string.Join(", ", code.Parameters.Select(parameter => $"`{parameter}`"))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Write(ImportVerdict? verdict) => verdict is { } one ? $"**{one.Action}** `{ImportRefusals.Of(one.Reason).Code}`" : "–";

    private static string Mode(InsertMode mode) => mode == InsertMode.Upsert ? "`upsert`" : "`insertNewForEachWebinar`";

    private static string Row(RowState row) => row switch
    {
        RowState.Complete => "complete",
        RowState.UpdateOnly => "lacks what a new record needs",
        RowState.Unusable => "values do not do",
        RowState.Repeated => "key of an earlier row",
        _ => throw new InvalidOperationException($"The state {row} has no words."),
    };

    private static string Match(KeyMatch match) => match switch
    {
        KeyMatch.None => "none",
        KeyMatch.One => "one, not imported",
        KeyMatch.OneForWebinar => "one, imported",
        KeyMatch.Several => "several, none imported",
        KeyMatch.SeveralWithOneForWebinar => "several, one imported",
        KeyMatch.SeveralForWebinar => "several, several imported",
        _ => throw new InvalidOperationException($"The match {match} has no words."),
    };

    private static string Text(RefusalCode code, string culture) =>
        WebinarTexts.Source.Find(code.Code, CultureInfo.GetCultureInfo(culture)) ?? throw new InvalidOperationException($"There is no text for '{code.Code}'.");
}
