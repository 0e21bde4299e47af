namespace Support.Sdk.Testing;

/// <summary>What an exploration found.</summary>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
public sealed class Exploration<TCommand>
    where TCommand : class
{
    internal Exploration(
        int states,
        bool isComplete,
        IReadOnlyList<ExploredEdge<TCommand>> covered,
        IReadOnlyList<TableEdge> uncovered,
        ExplorationFailure<TCommand>? failure)
    {
        States = states;
        IsComplete = isComplete;
        Covered = covered;
        Uncovered = uncovered;
        Failure = failure;
    }

    /// <summary>How many states were told apart.</summary>
    public int States { get; }

    /// <summary>Whether everything reachable was explored; not so when a bound was met or a check failed.</summary>
    public bool IsComplete { get; }

    /// <summary>The cells that were exercised, each with a shortest path, in the order in which they were found.</summary>
    public IReadOnlyList<ExploredEdge<TCommand>> Covered { get; }

    /// <summary>The cells that no step exercised, in the order of the tables.</summary>
    public IReadOnlyList<TableEdge> Uncovered { get; }

    /// <summary>The first check that failed; <see langword="null"/> when all held.</summary>
    public ExplorationFailure<TCommand>? Failure { get; }

    /// <summary>Throws when a check failed or, unless left out, a cell was not exercised.</summary>
    /// <param name="requireCoverage">Whether every cell of every table must have been exercised.</param>
    /// <returns>This exploration.</returns>
    /// <exception cref="ExplorationException">A check failed, or a cell was not exercised; the message says which and how to get there.</exception>
    public Exploration<TCommand> ThrowIfFailed(bool requireCoverage = true)
    {
        if (Failure is not null)
        {
            throw new ExplorationException(Failure.ToString());
        }

        if (requireCoverage && Uncovered.Count > 0)
        {
            throw new ExplorationException(
                $"{Uncovered.Count} cells were not exercised in {States} states: {string.Join("; ", Uncovered)}. "
                + "Give the model the commands that lead there, or raise the bounds.");
        }

        return this;
    }
}
