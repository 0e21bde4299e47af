using Support.Sdk.StateMachines;

namespace Support.Sdk.Running;

/// <summary>An entry of a stream's history.</summary>
/// <typeparam name="TEvent">The machine's events.</typeparam>
/// <param name="Version">Its place, from 1.</param>
/// <param name="Event">What happened.</param>
/// <param name="Change">What it changed, from where to where.</param>
/// <param name="ActorId">Who did it; <c>system</c> for the SDK itself.</param>
/// <param name="At">When (UTC).</param>
/// <param name="CorrelationId">Ties together what one cause made happen; may be empty.</param>
public sealed record HistoryEntry<TEvent>(long Version, TEvent Event, StatusChange Change, string ActorId, DateTimeOffset At, string CorrelationId)
    where TEvent : class;
