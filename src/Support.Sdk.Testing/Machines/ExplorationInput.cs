namespace Support.Sdk.Testing;

/// <summary>One input of a path: a command, or time that passes.</summary>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
/// <param name="Command">The command; <see langword="null"/> when time passes.</param>
/// <param name="Wait">How much time passes; zero with a command.</param>
public sealed record ExplorationInput<TCommand>(TCommand? Command, TimeSpan Wait)
    where TCommand : class
{
    /// <summary>The command, or how much time passes.</summary>
    public override string ToString() => Command?.ToString() ?? $"wait {Wait:c}";
}
