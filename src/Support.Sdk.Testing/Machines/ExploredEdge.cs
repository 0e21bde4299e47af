namespace Support.Sdk.Testing;

/// <summary>A cell of a transition table that was exercised, and how to get there.</summary>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
/// <param name="Edge">The cell.</param>
/// <param name="Path">A shortest path to it; its last input exercises the cell.</param>
public sealed record ExploredEdge<TCommand>(TableEdge Edge, IReadOnlyList<ExplorationInput<TCommand>> Path)
    where TCommand : class;
