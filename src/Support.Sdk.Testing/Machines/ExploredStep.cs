using Support.Sdk.StateMachines;

namespace Support.Sdk.Testing;

/// <summary>One step of an exploration: a command was given, or time moved.</summary>
/// <typeparam name="TState">The machine's state.</typeparam>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
/// <typeparam name="TEvent">The machine's events.</typeparam>
/// <param name="Before">The state before; <see langword="null"/> when nothing had happened yet.</param>
/// <param name="Command">The command; <see langword="null"/> when time moved.</param>
/// <param name="Now">The present in which the machine decided (UTC).</param>
/// <param name="Decision">What it decided.</param>
/// <param name="After">The state after; <see langword="null"/> when still nothing has happened.</param>
public sealed record ExploredStep<TState, TCommand, TEvent>(TState? Before, TCommand? Command, DateTimeOffset Now, Decision<TEvent> Decision, TState? After)
    where TState : class
    where TCommand : class
    where TEvent : class;
