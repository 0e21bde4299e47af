using System.Runtime.CompilerServices;

namespace Support.Sdk.StateMachines;

/// <summary>The transition table of a machine: for every status × trigger pair what it does, checked when it is built.</summary>
/// <typeparam name="TStatus">An enum of statuses: underlying type <see cref="int"/>, values 0, 1, 2, … without gaps.</typeparam>
/// <typeparam name="TTrigger">An enum of triggers of the same form.</typeparam>
/// <remarks>Immutable and thread-safe. Looking a cell up costs nanoseconds and allocates nothing.</remarks>
public sealed class TransitionTable<TStatus, TTrigger> : TransitionTable
    where TStatus : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Transition<TStatus, TTrigger>[] _cells;
    private readonly int[] _next;
    private readonly int _triggerCount;

    internal TransitionTable(string name, TStatus initial, IReadOnlyList<TStatus> terminals, Transition<TStatus, TTrigger>[] cells, int triggerCount)
        : base(
            name,
            Enum.GetNames<TStatus>(),
            Enum.GetNames<TTrigger>(),
            initial.ToString(),
            [.. terminals.Select(status => status.ToString())],
            [.. cells.Select(cell => cell.ToRow())])
    {
        _cells = cells;
        _triggerCount = triggerCount;
        _next = [.. cells.Select(cell => cell.Outcome switch
        {
            TransitionOutcome.Moves => ToIndex(cell.Targets[0]),
            TransitionOutcome.Stays => ToIndex(cell.From),
            _ => -1,
        })];
    }

    /// <summary>What <paramref name="trigger"/> does in <paramref name="status"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">A value is no member of its enum.</exception>
    public Transition<TStatus, TTrigger> this[TStatus status, TTrigger trigger] => _cells[(ToIndex(status) * _triggerCount) + ToIndex(trigger)];

    /// <summary>Builds a table.</summary>
    /// <param name="name">The table's name, used in documentation.</param>
    /// <param name="initial">The status in which everything begins.</param>
    /// <param name="define">Defines the cells.</param>
    /// <exception cref="ArgumentException">
    /// A cell is missing or defined twice, a status cannot be reached or cannot be left although it is not terminal, or a trigger is refused everywhere.
    /// The message lists everything that is wrong.
    /// </exception>
    public static TransitionTable<TStatus, TTrigger> Create(string name, TStatus initial, Action<TransitionTableBuilder<TStatus, TTrigger>> define)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(define);
        var builder = new TransitionTableBuilder<TStatus, TTrigger>();
        define(builder);
        return builder.Build(name, initial);
    }

    /// <summary>Looks up the first status that <paramref name="trigger"/> leads to, guards aside.</summary>
    /// <param name="status">The status before.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="next">The status after; <paramref name="status"/> itself when the trigger is refused there.</param>
    /// <returns>Whether the trigger is accepted in this status.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetNext(TStatus status, TTrigger trigger, out TStatus next)
    {
        var index = _next[(ToIndex(status) * _triggerCount) + ToIndex(trigger)];
        if (index < 0)
        {
            next = status;
            return false;
        }

        next = Unsafe.BitCast<int, TStatus>(index);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToIndex<T>(T value)
        where T : struct, Enum => Unsafe.BitCast<T, int>(value);
}
