using Support.Sdk.StateMachines;

namespace Support.Sdk.Testing;

/// <summary>What a <see cref="MachineExplorer{TMachine,TState,TCommand,TEvent,TEffect}"/> has to know of a machine beyond the machine itself.</summary>
/// <typeparam name="TState">The machine's state.</typeparam>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
/// <typeparam name="TEvent">The machine's events.</typeparam>
/// <remarks>An explorer calls a model from one thread, and expects the same answer to the same question.</remarks>
public abstract class MachineModel<TState, TCommand, TEvent>
    where TState : class
    where TCommand : class
    where TEvent : class
{
    /// <summary>When the exploration starts; by default 2026-03-02T09:00:00Z, a Monday.</summary>
    public virtual DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>By how much time moves when it moves; besides it moves to the state's next deadline. By default one hour.</summary>
    public virtual TimeSpan ClockStep { get; } = TimeSpan.FromHours(1);

    /// <summary>The state in which the exploration starts; by default nothing has happened yet.</summary>
    public virtual TState? Initial => null;

    /// <summary>Who gives the commands.</summary>
    public virtual Actor Actor { get; } = new("explorer");

    /// <summary>The commands to try in a state: those that it accepts as well as those that it refuses.</summary>
    /// <param name="state">The state; <see langword="null"/> when nothing has happened yet.</param>
    /// <param name="now">The present (UTC).</param>
    public abstract IEnumerable<TCommand> CommandsIn(TState? state, DateTimeOffset now);

    /// <summary>What matters of a state, as text: of the states with the same text, only the first is explored further.</summary>
    /// <remarks>Tell times by what they mean ("before it opens"), else the exploration never ends.</remarks>
    /// <param name="state">The state; <see langword="null"/> when nothing has happened yet.</param>
    /// <param name="now">The present (UTC).</param>
    public abstract string Abstract(TState? state, DateTimeOffset now);

    /// <summary>Which cells of the machine's transition tables a step exercised, accepted or refused.</summary>
    public abstract IEnumerable<TableStep> TableStepsOf(ExploredStep<TState, TCommand, TEvent> step);

    /// <summary>The action of which <see cref="IMachine{TState,TCommand,TEvent,TEffect}.Explain"/> speaks when it speaks of this command.</summary>
    /// <param name="state">The state in which the command would be given.</param>
    /// <param name="command">The command.</param>
    /// <returns>The names of action and subject; <see langword="null"/> for what no person does, and for the repeat of what is already so.</returns>
    public virtual (string Action, string Subject)? ActionOf(TState? state, TCommand command) => null;

    /// <summary>What is wrong with a state or step by the rules of the model itself; by default nothing ever is.</summary>
    /// <returns>One sentence per broken rule.</returns>
    public virtual IEnumerable<string> ViolationsOf(ExploredStep<TState, TCommand, TEvent> step) => [];
}
