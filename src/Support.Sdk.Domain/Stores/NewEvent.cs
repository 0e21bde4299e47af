using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

/// <summary>An event to commit.</summary>
/// <param name="Event">The event.</param>
/// <param name="Change">What it changed, for the history.</param>
public readonly record struct NewEvent(StoredEvent Event, StatusChange Change);
