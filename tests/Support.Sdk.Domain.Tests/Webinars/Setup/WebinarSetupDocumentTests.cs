using System.Globalization;
using System.Text;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Setup;

public sealed class WebinarSetupDocumentTests
{
    [Fact]
    public void Diagrams_OfTheTable_AreUpToDate()
    {
        foreach (var table in WebinarSetupMachine.Info.Tables)
        {
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.mmd", Diagram.ToMermaid(table));
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.dot", Diagram.ToDot(table));
        }
    }

    [Fact]
    public void Refusals_OfTheConfiguration_AreUpToDate() => CommittedFile.ShouldHold("docs/machines/webinar-setup-refusals.md", Page());

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # Refusals of the import's configuration

            Generated from `WebinarSetupRefusals` and the text resources; do not edit. Codes are public API: never renamed, never reused. Placeholders are the parameters of
            the code, written in the reader's language.

            | Code | Requirement | English | French | Parameters | What unblocks it |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in WebinarSetupRefusals.All.Append(ImportRefusals.PermissionRequired))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.Requirement} | {Text(code.Code, "")} | {Text(code.Code, "fr")} | ");
            text.Append(code.Parameters.Count == 0 ? "–" : string.Join(", ", code.Parameters.Select(static parameter => $"`{parameter}`")));
            text.Append(" | ").Append(string.Join("; ", code.Remedies.Select(Write))).Append(" |\n");
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
