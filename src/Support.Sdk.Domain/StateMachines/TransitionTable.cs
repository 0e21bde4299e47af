namespace Support.Sdk.StateMachines;

/// <summary>A transition table in its readable form: the source of diagrams, documentation and the walk over all status × trigger pairs.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class TransitionTable
{
    private protected TransitionTable(
        string name,
        IReadOnlyList<string> statuses,
        IReadOnlyList<string> triggers,
        string initial,
        IReadOnlyList<string> terminals,
        IReadOnlyList<TransitionRow> rows)
    {
        Name = name;
        Statuses = statuses;
        Triggers = triggers;
        Initial = initial;
        Terminals = terminals;
        Rows = rows;
    }

    /// <summary>The table's name: the machine's, or that of the region it describes.</summary>
    public string Name { get; }

    /// <summary>All statuses, in the order of their definition.</summary>
    public IReadOnlyList<string> Statuses { get; }

    /// <summary>All triggers, in the order of their definition.</summary>
    public IReadOnlyList<string> Triggers { get; }

    /// <summary>The status in which everything begins.</summary>
    public string Initial { get; }

    /// <summary>The statuses that nothing leaves.</summary>
    public IReadOnlyList<string> Terminals { get; }

    /// <summary>One row per status × trigger pair: by status, then by trigger, in the order of their definition.</summary>
    public IReadOnlyList<TransitionRow> Rows { get; }
}
