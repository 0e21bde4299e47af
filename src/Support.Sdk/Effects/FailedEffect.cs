using Support.Sdk.Stores;

namespace Support.Sdk.Effects;

/// <summary>An effect that failed for good and waits for a person.</summary>
/// <param name="Id">The effect.</param>
/// <param name="Content">The effect as JSON text.</param>
/// <param name="Attempts">How many attempts it had.</param>
/// <param name="CommittedAt">When it was demanded (UTC).</param>
/// <param name="ActorId">Who caused it.</param>
/// <param name="CorrelationId">The correlation of the command that caused it; may be empty.</param>
/// <param name="Error">What the last attempt said, without secrets.</param>
public sealed record FailedEffect(
    EffectId Id,
    string Content,
    int Attempts,
    DateTimeOffset CommittedAt,
    string ActorId,
    string CorrelationId,
    string Error);
