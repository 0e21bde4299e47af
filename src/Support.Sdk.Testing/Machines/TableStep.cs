namespace Support.Sdk.Testing;

/// <summary>A step through a transition table.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="From">The status before.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="To">The status after; equal to <paramref name="From"/> when the trigger was refused or changed nothing.</param>
public sealed record TableStep(string Table, string From, string Trigger, string To)
{
    /// <summary>A step between statuses of an enum.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="from">The status before.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="to">The status after.</param>
    public static TableStep Of<TStatus, TTrigger>(string table, TStatus from, TTrigger trigger, TStatus to)
        where TStatus : struct, Enum
        where TTrigger : struct, Enum => new(table, from.ToString(), trigger.ToString(), to.ToString());

    internal TableEdge Edge => new(Table, From, Trigger);
}
