using System.Text;

namespace Support.Sdk.StateMachines;

/// <summary>Draws transition tables.</summary>
/// <remarks>
/// The output depends on the table alone: the committed diagrams are compared with it. An edge is labelled with its trigger and, in brackets, the codes
/// with which its guards may refuse; what leaves the status as it is, is not drawn.
/// </remarks>
public static class Diagram
{
    /// <summary>Draws <paramref name="table"/> as a Mermaid state diagram.</summary>
    /// <param name="table">The table.</param>
    /// <param name="current">The status to highlight, or <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException"><paramref name="current"/> is no status of the table.</exception>
    public static string ToMermaid(TransitionTable table, string? current = null)
    {
        Check(table, current);
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("  [*] --> ").Append(table.Initial).Append('\n');
        foreach (var (from, to, label) in Edges(table))
        {
            text.Append("  ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(label).Append('\n');
        }

        foreach (var terminal in table.Terminals)
        {
            text.Append("  ").Append(terminal).Append(" --> [*]\n");
        }

        if (current is not null)
        {
            text.Append("  classDef current stroke-width:4px\n  class ").Append(current).Append(" current\n");
        }

        return text.ToString();
    }

    /// <summary>Draws <paramref name="table"/> in Graphviz's DOT language.</summary>
    /// <param name="table">The table.</param>
    /// <param name="current">The status to highlight, or <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException"><paramref name="current"/> is no status of the table.</exception>
    public static string ToDot(TransitionTable table, string? current = null)
    {
        Check(table, current);
        var text = new StringBuilder("digraph \"").Append(table.Name).Append("\" {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n  start [shape=point];\n");
        text.Append("  start -> ").Append(table.Initial).Append(";\n");
        foreach (var terminal in table.Terminals)
        {
            text.Append("  ").Append(terminal).Append(" [peripheries=2];\n");
        }

        if (current is not null)
        {
            text.Append("  ").Append(current).Append(" [penwidth=3];\n");
        }

        foreach (var (from, to, label) in Edges(table))
        {
            text.Append("  ").Append(from).Append(" -> ").Append(to).Append(" [label=\"").Append(label).Append("\"];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<(string From, string To, string Label)> Edges(TransitionTable table) =>
        from row in table.Rows
        where row.Outcome == TransitionOutcome.Moves
        from target in row.Targets
        where target != row.From
        select (row.From, target, Label(row));

    private static string Label(TransitionRow row) => row.Refusals.Count == 0
        ? row.Trigger
        : $"{row.Trigger} [{string.Join(", ", row.Refusals.Select(code => code.Code[(code.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]))}]";

    private static void Check(TransitionTable table, string? current)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (current is not null && !table.Statuses.Contains(current))
        {
            throw new ArgumentException($"The table '{table.Name}' has no status '{current}'.", nameof(current));
        }
    }
}
