using System.Globalization;
using System.Text;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Documents;

public sealed class MachineDocumentTests
{
    [Fact]
    public void Diagrams_OfEveryTable_AreUpToDate()
    {
        foreach (var table in MeetingMachine.Info.Tables.Concat(MeetingSetupMachine.Info.Tables))
        {
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.mmd", Diagram.ToMermaid(table));
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.dot", Diagram.ToDot(table));
        }
    }

    [Fact]
    public void Refusals_OfMeetings_AreUpToDate() => CommittedFile.ShouldHold("docs/machines/meetings-refusals.md", RefusalsPage());

    private static string RefusalsPage()
    {
        var text = new StringBuilder(
            """
            # Refusals of meetings

            Generated from `MeetingRefusals`, `MeetingSetupRefusals` and the text resources; do not edit. Codes are public API: never renamed, never reused. Placeholders are
            the parameters of the code, written in the reader's language and time zone.

            | Code | Requirement | English | French | Parameters | What unblocks it |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in MeetingRefusals.All.Concat(MeetingSetupRefusals.All))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.Requirement} | {Text(code.Code, "")} | {Text(code.Code, "fr")} | ");
            text.Append(code.Parameters.Count == 0 ? "–" : string.Join(", ", code.Parameters.Select(parameter => $"`{parameter}`")));
            text.Append(" | ").Append(code.Remedies.Count == 0 ? "–" : string.Join("; ", code.Remedies.Select(Write))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Write(Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Action => $"the action `{remedy.Subject}` ({Text(MeetingTexts.KeyOfAction(remedy.Subject), "")})",
        RemedyKind.Wait => $"waiting until `{remedy.Subject}`",
        RemedyKind.Ask => $"asking {Text(MeetingTexts.KeyOfPerson(remedy.Subject), "")}",
        RemedyKind.Correct => $"correcting `{remedy.Subject}`",
        _ => throw new InvalidOperationException($"The kind of remedy {remedy.Kind} has no words."),
    };

    private static string Text(string key, string culture) =>
        MeetingTexts.Source.Find(key, CultureInfo.GetCultureInfo(culture))?.Replace("|", "\\|", StringComparison.Ordinal)
        ?? throw new InvalidOperationException($"There is no text for '{key}'.");
}
