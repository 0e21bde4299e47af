namespace Support.Sdk.StateMachines;

/// <summary>What an event changed, for history and telemetry.</summary>
/// <param name="Subject">What was changed, such as a meeting's id; empty for the whole.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after; equal to <paramref name="From"/> when the event left it as it was.</param>
public readonly record struct StatusChange(string Subject, string From, string To);
