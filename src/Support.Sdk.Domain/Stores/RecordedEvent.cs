using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

/// <summary>An event in the history of a stream: who, when, what, from where to where, and in which correlation.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Position">Its place in the whole store; grows, may have gaps.</param>
/// <param name="Event">What happened.</param>
/// <param name="Change">What it changed.</param>
/// <param name="ActorId">Who did it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="CorrelationId">Ties together what one cause made happen; may be empty.</param>
public sealed record RecordedEvent(
    StreamId Stream,
    long Version,
    long Position,
    StoredEvent Event,
    StatusChange Change,
    string ActorId,
    DateTimeOffset At,
    string CorrelationId);
