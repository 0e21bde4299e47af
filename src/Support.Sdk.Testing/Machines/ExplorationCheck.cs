namespace Support.Sdk.Testing;

/// <summary>What an exploration checks at every step.</summary>
public enum ExplorationCheck
{
    /// <summary>No function of the machine throws.</summary>
    NoException,

    /// <summary>Deciding changes nothing by itself and decides the same when asked again.</summary>
    DecidePure,

    /// <summary>A refusal that waiting would lift names an instant that is still to come.</summary>
    RefusalNotBefore,

    /// <summary>What <c>Explain</c> says of an action is what the decision does.</summary>
    ExplainAgrees,

    /// <summary>The step is one that the transition table allows, and a refusal one that it names.</summary>
    TransitionTable,

    /// <summary>Evolving from the events as they are stored and read again gives the same state.</summary>
    ReplayEqualsState,

    /// <summary>The state written, read and written again is the same.</summary>
    SnapshotRoundTrip,

    /// <summary>An effect written, read and written again is the same.</summary>
    EffectRoundTrip,

    /// <summary>Asked again at the same instant, time makes nothing happen any more, and time is never refused.</summary>
    AdvanceIdempotent,

    /// <summary>The next deadline lies ahead; just before it time makes nothing happen, at it something does.</summary>
    DeadlineExact,

    /// <summary>The model's own rules hold.</summary>
    Model,
}
