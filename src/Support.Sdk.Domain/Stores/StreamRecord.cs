using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

/// <summary>A stream as a store holds it.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Version">How many events it has; the version of the last one.</param>
/// <param name="Snapshot">The state after the last event.</param>
/// <param name="Deadline">When the machine must be asked what time has made happen (UTC); <see langword="null"/> when never.</param>
public sealed record StreamRecord(StreamId Id, long Version, StoredSnapshot Snapshot, DateTimeOffset? Deadline);
