using Support.Sdk.Stores;

namespace Support.Sdk.StateMachines;

/// <summary>A state machine as pure functions: it decides, explains and evolves, and never touches the world.</summary>
/// <typeparam name="TState">The state; immutable. <see langword="null"/> stands for "nothing has happened yet".</typeparam>
/// <typeparam name="TCommand">The base type of what can be asked for.</typeparam>
/// <typeparam name="TEvent">The base type of what can happen.</typeparam>
/// <typeparam name="TEffect">The base type of what the world must then do.</typeparam>
/// <remarks>
/// One definition serves all instances and all threads. No member reads a clock, a random source, a culture or anything outside its arguments; hence a decision
/// can be repeated, explained and tested without a world.
/// </remarks>
public interface IMachine<TState, TCommand, TEvent, TEffect>
    where TState : class
    where TCommand : class
    where TEvent : class
    where TEffect : class
{
    /// <summary>Name, version and transition tables.</summary>
    static abstract MachineInfo Info { get; }

    /// <summary>How states, events and effects are written and read.</summary>
    static abstract MachineFormat<TState, TEvent, TEffect> Format { get; }

    /// <summary>Decides a command.</summary>
    /// <param name="state">The state, brought up to the present by <see cref="Advance"/>.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="context">Who asks, and when.</param>
    static abstract Decision<TEvent> Decide(TState? state, TCommand command, in CommandContext context);

    /// <summary>The state after <paramref name="event"/>. Every event has its case; nothing is refused and nothing outside is looked at.</summary>
    static abstract TState Evolve(TState? state, TEvent @event);

    /// <summary>What time alone makes happen up to <paramref name="now"/>. Asked before every command, so that a late command never wins over an expiry.</summary>
    static abstract Decision<TEvent> Advance(TState state, DateTimeOffset now);

    /// <summary>When <see cref="Advance"/> must be asked next (UTC); <see langword="null"/> when time changes nothing any more.</summary>
    static abstract DateTimeOffset? NextDeadline(TState state);

    /// <summary>Adds what the world must now do.</summary>
    /// <param name="event">What happened.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="effects">Receives the effects, in the order in which they are to be run.</param>
    static abstract void React(TEvent @event, TState after, ICollection<TEffect> effects);

    /// <summary>What an event changed, for history and telemetry.</summary>
    static abstract StatusChange Describe(TState? before, TEvent @event, TState after);

    /// <summary>The facts by which a stream with this state is found; none unless the machine says otherwise.</summary>
    static virtual IReadOnlyList<IndexEntry> Index(TState state) => [];

    /// <summary>What a stream with this state holds uniquely across all streams; nothing unless the machine says otherwise.</summary>
    static virtual IReadOnlyList<string> Claims(TState state) => [];

    /// <summary>Says of every action whether it is allowed, refused (and why), or dependent on its payload.</summary>
    static abstract IReadOnlyList<ActionStatus> Explain(TState? state, in CommandContext context);
}
