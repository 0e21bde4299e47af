using System.Runtime.CompilerServices;

namespace Support.Sdk.StateMachines;

/// <summary>Collects the cells of a <see cref="TransitionTable{TStatus,TTrigger}"/>.</summary>
/// <typeparam name="TStatus">The enum of statuses.</typeparam>
/// <typeparam name="TTrigger">The enum of triggers.</typeparam>
/// <remarks>Not thread-safe; used once, while a table is built.</remarks>
public sealed class TransitionTableBuilder<TStatus, TTrigger>
    where TStatus : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Dictionary<(TStatus, TTrigger), Transition<TStatus, TTrigger>> _cells = [];
    private readonly Dictionary<TTrigger, RefusalCode[]> _otherwise = [];
    private readonly List<TStatus> _terminals = [];
    private readonly List<string> _problems = [];

    internal TransitionTableBuilder()
    {
        CheckEnum<TStatus>();
        CheckEnum<TTrigger>();
    }

    /// <summary>Says that nothing leaves these statuses.</summary>
    public void Terminal(params ReadOnlySpan<TStatus> statuses)
    {
        foreach (var status in statuses)
        {
            _terminals.Add(status);
        }
    }

    /// <summary>The trigger changes the status.</summary>
    /// <param name="from">The status before.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="to">The status after; the first is the one that the raw look-up answers.</param>
    /// <param name="or">The further statuses that the payload may choose.</param>
    /// <param name="unless">The codes with which the guards may refuse.</param>
    public void Move(TStatus from, TTrigger trigger, TStatus to, IReadOnlyList<TStatus>? or = null, IReadOnlyList<RefusalCode>? unless = null) =>
        Add(new(from, trigger, TransitionOutcome.Moves, [to, .. or ?? []], [.. unless ?? []]));

    /// <summary>The trigger is accepted and leaves the status as it is, such as the repeat of what is already so.</summary>
    /// <param name="from">The status.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="unless">The codes with which the guards may refuse.</param>
    public void Stay(TStatus from, TTrigger trigger, params IReadOnlyList<RefusalCode> unless) =>
        Add(new(from, trigger, TransitionOutcome.Stays, [from], [.. unless]));

    /// <summary>The trigger is refused in this status.</summary>
    /// <param name="from">The status.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="codes">The codes, at least one.</param>
    public void Refuse(TStatus from, TTrigger trigger, params IReadOnlyList<RefusalCode> codes) =>
        Add(new(from, trigger, TransitionOutcome.Refused, [], [.. codes]));

    /// <summary>The trigger is accepted, and changes nothing, in every status that has no cell of its own for it.</summary>
    public void OtherwiseStay(TTrigger trigger) => _otherwise[trigger] = [];

    /// <summary>The trigger is refused in every status that has no cell of its own for it.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="codes">The codes, at least one.</param>
    public void OtherwiseRefuse(TTrigger trigger, params ReadOnlySpan<RefusalCode> codes) => _otherwise[trigger] = codes.ToArray();

    internal TransitionTable<TStatus, TTrigger> Build(string name, TStatus initial)
    {
        var statuses = Enum.GetValues<TStatus>();
        var triggers = Enum.GetValues<TTrigger>();
        List<Transition<TStatus, TTrigger>> cells = [];
        foreach (var status in statuses)
        {
            foreach (var trigger in triggers)
            {
                if (_cells.TryGetValue((status, trigger), out var cell))
                {
                    cells.Add(cell);
                }
                else if (_otherwise.TryGetValue(trigger, out var codes))
                {
                    cells.Add(codes.Length == 0
                        ? new(status, trigger, TransitionOutcome.Stays, [status], [])
                        : new(status, trigger, TransitionOutcome.Refused, [], codes));
                }
                else
                {
                    _problems.Add($"The cell {status} × {trigger} is missing.");
                }
            }
        }

        CheckCells(cells);
        CheckReachability(statuses, cells, initial);
        CheckTriggers(triggers, cells);
        return _problems.Count == 0
            ? new(name, initial, _terminals, [.. cells], triggers.Length)
            : throw new ArgumentException($"The transition table '{name}' is not sound. {string.Join(' ', _problems)}");
    }

    private static void CheckEnum<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        if (Unsafe.SizeOf<T>() != sizeof(int) || Enum.GetUnderlyingType(typeof(T)) != typeof(int))
        {
            throw new ArgumentException($"The enum {typeof(T).Name} must have the underlying type int.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Unsafe.BitCast<T, int>(values[i]) != i)
            {
                throw new ArgumentException($"The values of the enum {typeof(T).Name} must be 0, 1, 2, … without gaps.");
            }
        }
    }

    private void Add(Transition<TStatus, TTrigger> cell)
    {
        if (!_cells.TryAdd((cell.From, cell.Trigger), cell))
        {
            _problems.Add($"The cell {cell.From} × {cell.Trigger} is defined twice.");
        }
    }

    private void CheckCells(List<Transition<TStatus, TTrigger>> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Outcome == TransitionOutcome.Refused && cell.Refusals.Count == 0)
            {
                _problems.Add($"The cell {cell.From} × {cell.Trigger} refuses without a code.");
            }

            if (cell.Outcome == TransitionOutcome.Moves && _terminals.Contains(cell.From))
            {
                _problems.Add($"The cell {cell.From} × {cell.Trigger} leaves a terminal status.");
            }
        }
    }

    private void CheckReachability(TStatus[] statuses, List<Transition<TStatus, TTrigger>> cells, TStatus initial)
    {
        var reached = Closure([initial], status => cells.Where(cell => cell.From.Equals(status)).SelectMany(cell => cell.Targets));
        foreach (var status in statuses.Where(status => !reached.Contains(status)))
        {
            _problems.Add($"The status {status} cannot be reached.");
        }

        foreach (var status in statuses.Where(status => !_terminals.Contains(status)))
        {
            if (!cells.Any(cell => cell.From.Equals(status) && cell.Targets.Any(target => !target.Equals(status))))
            {
                _problems.Add($"The status {status} is a dead end; say Terminal if it is meant.");
            }
        }
    }

    private void CheckTriggers(TTrigger[] triggers, List<Transition<TStatus, TTrigger>> cells)
    {
        foreach (var trigger in triggers)
        {
            if (cells.Where(cell => cell.Trigger.Equals(trigger)).All(cell => cell.Outcome == TransitionOutcome.Refused))
            {
                _problems.Add($"Nobody handles the trigger {trigger}.");
            }
        }
    }

    private static HashSet<TStatus> Closure(IEnumerable<TStatus> start, Func<TStatus, IEnumerable<TStatus>> next)
    {
        var reached = new HashSet<TStatus>(start);
        var open = new Queue<TStatus>(reached);
        while (open.TryDequeue(out var status))
        {
            foreach (var target in next(status).Where(reached.Add))
            {
                open.Enqueue(target);
            }
        }

        return reached;
    }
}
