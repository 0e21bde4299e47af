using System.Globalization;
using System.Text;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;

namespace Support.Sdk.Tests.Sessions;

public sealed class SessionDocumentTests
{
    private static readonly TransitionTable[] Tables = [.. SupportSessionMachine.Info.Tables, .. SupportChannelMachine.Info.Tables];

    [Fact]
    public void Diagrams_OfEveryTable_AreUpToDate()
    {
        foreach (var table in Tables)
        {
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.mmd", Diagram.ToMermaid(table));
            CommittedFile.ShouldHold($"docs/machines/{table.Name}.dot", Diagram.ToDot(table));
        }
    }

    [Fact]
    public void Cells_OfTheSessionTable_AreUpToDate() => CommittedFile.ShouldHold("docs/machines/session-cells.md", CellsPage());

    [Fact]
    public void Refusals_OfSessions_AreUpToDate() => CommittedFile.ShouldHold("docs/machines/session-refusals.md", RefusalsPage());

    private static string CellsPage()
    {
        var text = new StringBuilder("# What every trigger does in every status of a session and a channel\n\nGenerated from `SessionTables` and `ChannelTables`; do not edit. In brackets: the refusals with which guards may answer.\n");
        foreach (var table in Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n| Status | Trigger | Answer |\n|---|---|---|\n");
            foreach (var row in table.Rows)
            {
                var codes = string.Join(", ", row.Refusals.Select(code => $"`{code.Code}`"));
                var answer = row.Outcome == TransitionOutcome.Refused
                    ? $"refused: {codes}"
                    : string.Join(" or ", row.Targets) + (codes.Length == 0 ? "" : $" ({codes})");
                text.Append(CultureInfo.InvariantCulture, $"| {row.From} | {row.Trigger} | {answer} |\n");
            }
        }

        return text.ToString();
    }

    private static string RefusalsPage()
    {
        var text = new StringBuilder(
            """
            # Refusals of support sessions and their channels

            Generated from `SessionRefusals`, `ChannelRefusals` and the text resources; do not edit. Codes are public API: never renamed, never reused. Placeholders are
            the parameters of the code, written in the reader's language and time zone.

            | Code | Requirement | English | French | Parameters | What unblocks it |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in SessionRefusals.All.Concat(ChannelRefusals.All))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.Requirement} | {Text(code.Code, "")} | {Text(code.Code, "fr")} | ");
            text.Append(code.Parameters.Count == 0 ? "–" : string.Join(", ", code.Parameters.Select(parameter => $"`{parameter}`")));
            text.Append(" | ").Append(code.Remedies.Count == 0 ? "–" : string.Join("; ", code.Remedies.Select(remedy => Write(code, remedy)))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Write(RefusalCode code, Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Action => $"the action `{remedy.Subject}` ({Text(KeyOfAction(code, remedy.Subject), "")})",
        RemedyKind.Ask => $"asking {Text(SessionTexts.KeyOfPerson(remedy.Subject), "")}",
        RemedyKind.Correct => $"correcting `{remedy.Subject}`",
        _ => throw new InvalidOperationException($"The kind of remedy {remedy.Kind} has no words."),
    };

    private static string KeyOfAction(RefusalCode code, string action) =>
        ChannelRefusals.All.Contains(code) ? SessionTexts.KeyOfChannelAction(action) : SessionTexts.KeyOfAction(action);

    private static string Text(string key, string culture) =>
        SessionTexts.Source.Find(key, CultureInfo.GetCultureInfo(culture)) ?? throw new InvalidOperationException($"There is no text for '{key}'.");
}
