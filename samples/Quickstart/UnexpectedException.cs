namespace Quickstart;

/// <summary>The story did not come out as it should.</summary>
internal sealed class UnexpectedException(string what, object? expected, object? actual)
    : Exception($"{what}: expected {expected ?? "nothing"}, but it was {actual ?? "nothing"}.");
