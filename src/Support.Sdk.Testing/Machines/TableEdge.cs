namespace Support.Sdk.Testing;

/// <summary>A cell of a transition table: what a trigger does in a status.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="From">The status.</param>
/// <param name="Trigger">The trigger.</param>
public sealed record TableEdge(string Table, string From, string Trigger)
{
    /// <summary>The cell as text: <c>meeting: Scheduled × Start</c>.</summary>
    public override string ToString() => $"{Table}: {From} × {Trigger}";
}
