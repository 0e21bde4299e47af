namespace Support.Sdk.Testing;

/// <summary>An exploration found a check that fails, or cells of a table that no step exercises.</summary>
/// <param name="message">Which, and how to get there.</param>
public sealed class ExplorationException(string message) : Exception(message);
