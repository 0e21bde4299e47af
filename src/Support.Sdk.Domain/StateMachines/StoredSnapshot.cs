namespace Support.Sdk.StateMachines;

/// <summary>A state as it is stored: a cache, for the events are the truth.</summary>
/// <param name="Machine">The name of the machine whose state it is.</param>
/// <param name="Version">The version of that machine.</param>
/// <param name="Data">The state as JSON (UTF-8).</param>
public readonly record struct StoredSnapshot(string Machine, int Version, ReadOnlyMemory<byte> Data);
