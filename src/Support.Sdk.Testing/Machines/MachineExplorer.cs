using Support.Sdk.StateMachines;

namespace Support.Sdk.Testing;

/// <summary>
/// Walks a machine through all the states that a model's commands and time can reach, breadth first, checks every step (<see cref="ExplorationCheck"/>), and
/// finds a shortest path to each cell of its transition tables. Needs no test runner.
/// </summary>
/// <typeparam name="TMachine">The machine.</typeparam>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TCommand">Its commands.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <typeparam name="TEffect">Its effects.</typeparam>
/// <param name="model">What to try, and which states to tell apart.</param>
/// <remarks>
/// <para>Not thread-safe. An exploration is deterministic.</para>
/// <code>
/// new MachineExplorer&lt;DoorMachine, Door, DoorCommand, DoorEvent, DoorEffect&gt;(new DoorModel()).Explore().ThrowIfFailed();
/// </code>
/// </remarks>
public sealed partial class MachineExplorer<TMachine, TState, TCommand, TEvent, TEffect>(MachineModel<TState, TCommand, TEvent> model)
    where TMachine : IMachine<TState, TCommand, TEvent, TEffect>
    where TState : class
    where TCommand : class
    where TEvent : class
    where TEffect : class
{
    private readonly MachineModel<TState, TCommand, TEvent> _model = model ?? throw new ArgumentNullException(nameof(model));

    /// <summary>How many states to tell apart at most; positive, by default 10,000.</summary>
    public int MaxStates { get; init; } = 10_000;

    /// <summary>How many inputs a path has at most; positive, by default 50.</summary>
    public int MaxDepth { get; init; } = 50;

    /// <summary>Explores until nothing new is found, a bound is met, or a check fails.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not positive.</exception>
    public Exploration<TCommand> Explore()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxStates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDepth);
        var root = Root();
        var seen = new HashSet<string>(StringComparer.Ordinal) { _model.Abstract(root.State, root.Now) };
        var covered = new Dictionary<TableEdge, ExploredEdge<TCommand>>();
        var open = new Queue<Node>([root]);
        var isComplete = true;
        while (open.TryDequeue(out var node))
        {
            foreach (var input in InputsIn(node))
            {
                if (Step(node, input, out var next, out var edges) is { } violation)
                {
                    return Result(seen.Count, isComplete: false, covered, Minimise(violation, [.. PathTo(node), input]));
                }

                foreach (var edge in edges.Where(edge => !covered.ContainsKey(edge)))
                {
                    covered.Add(edge, new ExploredEdge<TCommand>(edge, [.. PathTo(node), input]));
                }

                var key = _model.Abstract(next.State, next.Now);
                if (seen.Contains(key))
                {
                    continue;
                }

                if (seen.Count >= MaxStates || next.Depth > MaxDepth)
                {
                    isComplete = false;
                    continue;
                }

                seen.Add(key);
                open.Enqueue(next);
            }
        }

        return Result(seen.Count, isComplete, covered, failure: null);
    }

    private static Exploration<TCommand> Result(
        int states,
        bool isComplete,
        Dictionary<TableEdge, ExploredEdge<TCommand>> covered,
        ExplorationFailure<TCommand>? failure)
    {
        var uncovered =
            from table in TMachine.Info.Tables
            from row in table.Rows
            let edge = new TableEdge(table.Name, row.From, row.Trigger)
            where !covered.ContainsKey(edge)
            select edge;
        return new(states, isComplete, [.. covered.Values], [.. uncovered], failure);
    }

    private static List<ExplorationInput<TCommand>> PathTo(Node node)
    {
        List<ExplorationInput<TCommand>> path = [];
        for (var current = node; current.Input is not null; current = current.Parent!)
        {
            path.Add(current.Input);
        }

        path.Reverse();
        return path;
    }

    private Node Root() => new(null, null, _model.Initial, _model.Initial, _model.Start.ToUniversalTime(), 0);

    private IEnumerable<ExplorationInput<TCommand>> InputsIn(Node node)
    {
        var deadline = node.State is null ? null : TMachine.NextDeadline(node.State);
        if (deadline <= node.Now)
        {
            // Time first: what is due happens before the next command is decided.
            yield return new(null, TimeSpan.Zero);
            yield break;
        }

        foreach (var command in _model.CommandsIn(node.State, node.Now))
        {
            yield return new(command, TimeSpan.Zero);
        }

        yield return new(null, _model.ClockStep);
        if (deadline is { } due)
        {
            yield return new(null, due - node.Now);
        }
    }

    // Leaves out one input after the other as long as the same check still fails, until none can be left out.
    private ExplorationFailure<TCommand> Minimise(Violation violation, List<ExplorationInput<TCommand>> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            List<ExplorationInput<TCommand>> shorter = [.. path[..i], .. path[(i + 1)..]];
            if (FirstViolation(shorter, out var length) is { } same && same.Check == violation.Check)
            {
                (violation, path) = (same, shorter[..length]);
                i = path.Count;
            }
        }

        return new(violation.Check, violation.Detail, path);
    }

    private Violation? FirstViolation(List<ExplorationInput<TCommand>> path, out int length)
    {
        var node = Root();
        for (length = 1; length <= path.Count; length++)
        {
            if (Step(node, path[length - 1], out node, out _) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    private sealed record Node(Node? Parent, ExplorationInput<TCommand>? Input, TState? State, TState? Replayed, DateTimeOffset Now, int Depth);

    private sealed record Violation(ExplorationCheck Check, string Detail);
}
