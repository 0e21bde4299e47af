namespace Support.Sdk.Stores;

/// <summary>An effect to commit together with the events that demand it.</summary>
/// <param name="Id">The effect's id; names the event that caused it.</param>
/// <param name="Data">The effect as JSON (UTF-8).</param>
public readonly record struct NewEffect(EffectId Id, ReadOnlyMemory<byte> Data);
