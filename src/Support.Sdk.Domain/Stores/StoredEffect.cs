namespace Support.Sdk.Stores;

/// <summary>An effect as a store holds it.</summary>
/// <param name="Id">The effect.</param>
/// <param name="MachineVersion">The version of the machine that demanded it.</param>
/// <param name="Data">The effect as JSON (UTF-8).</param>
/// <param name="Status">Its status.</param>
/// <param name="Attempts">How many attempts have failed so far.</param>
/// <param name="CommittedAt">When it was committed (UTC).</param>
/// <param name="DueAt">When it is to be run next (UTC).</param>
/// <param name="ActorId">Who caused it.</param>
/// <param name="CorrelationId">The correlation of the command that caused it; may be empty.</param>
/// <param name="LastError">What the last failed attempt said, without secrets; <see langword="null"/> when none failed.</param>
public sealed record StoredEffect(
    EffectId Id,
    int MachineVersion,
    ReadOnlyMemory<byte> Data,
    EffectStatus Status,
    int Attempts,
    DateTimeOffset CommittedAt,
    DateTimeOffset DueAt,
    string ActorId,
    string CorrelationId,
    string? LastError);
