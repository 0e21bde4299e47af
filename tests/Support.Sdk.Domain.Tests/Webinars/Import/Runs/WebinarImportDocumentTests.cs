using System.Globalization;
using System.Text;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

public sealed class WebinarImportDocumentTests
{
    [Fact]
    public void Diagrams_OfTheTable_AreUpToDate()
    {
        foreach (var table in WebinarImportMachine.Info.Tables)
        {
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.mmd", Diagram.ToMermaid(table));
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.dot", Diagram.ToDot(table));
        }
    }

    [Fact]
    public void Refusals_OfImports_AreUpToDate() => CommittedFile.ShouldHold("docs/machines/webinar-import-run-refusals.md", Page());

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # Refusals of imports

            Generated from `WebinarImportRefusals` and the text resources; do not edit. Codes are public API: never renamed, never reused. Placeholders are the parameters of
            the code, written in the reader's language. What befalls single rows stands in [webinar-import.md](webinar-import.md).

            | Code | Requirement | English | French | Parameters | What unblocks it |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in WebinarImportRefusals.All.Append(ImportRefusals.PermissionRequired))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.Requirement} | {Text(code.Code, "")} | {Text(code.Code, "fr")} | ");
            text.Append(code.Parameters.Count == 0 ? "–" : string.Join(", ", code.Parameters.Select(static parameter => $"`{parameter}`")));
            text.Append(" | ").Append(code.Remedies.Count == 0 ? "–" : string.Join("; ", code.Remedies.Select(Write))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Write(Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Action => $"the action `{remedy.Subject}`",
        RemedyKind.Ask => $"asking {Text("people." + remedy.Subject, "")}",
        RemedyKind.Correct => $"correcting `{remedy.Subject}`",
        _ => throw new InvalidOperationException($"The kind of remedy {remedy.Kind} has no words."),
    };

    private static string Text(string key, string culture) =>
        WebinarTexts.Source.Find(key, CultureInfo.GetCultureInfo(culture))?.Replace("|", "\\|", StringComparison.Ordinal)
        ?? throw new InvalidOperationException($"There is no text for '{key}'.");
}
