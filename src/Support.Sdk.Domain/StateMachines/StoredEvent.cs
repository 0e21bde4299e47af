namespace Support.Sdk.StateMachines;

/// <summary>An event as it is stored.</summary>
/// <param name="Machine">The name of the machine that made it.</param>
/// <param name="Version">The version of that machine when it made it.</param>
/// <param name="Type">The stable name of the event, such as <c>meeting-scheduled</c>.</param>
/// <param name="Data">The event as JSON (UTF-8).</param>
public readonly record struct StoredEvent(string Machine, int Version, string Type, ReadOnlyMemory<byte> Data);
