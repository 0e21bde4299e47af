using Support.Sdk.Stores;

namespace Support.Sdk.Effects;

/// <summary>What a handler knows of the effect besides its content.</summary>
/// <param name="Id">The effect's id, and its idempotency key.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="CommittedAt">When the effect was demanded (UTC): nothing of it can have taken place before.</param>
/// <param name="ActorId">Who caused it.</param>
/// <param name="CorrelationId">The correlation of the command that caused it; may be empty.</param>
public readonly record struct EffectContext(EffectId Id, int Attempt, DateTimeOffset CommittedAt, string ActorId, string CorrelationId);
