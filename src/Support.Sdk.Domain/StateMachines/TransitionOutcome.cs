namespace Support.Sdk.StateMachines;

/// <summary>What a cell of a transition table promises.</summary>
public enum TransitionOutcome
{
    /// <summary>The status changes, if no guard refuses.</summary>
    Moves,

    /// <summary>Accepted, if no guard refuses, and the status stays as it is.</summary>
    Stays,

    /// <summary>Refused in this status, whatever the payload.</summary>
    Refused,
}
