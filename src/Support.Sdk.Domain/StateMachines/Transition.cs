namespace Support.Sdk.StateMachines;

/// <summary>One cell of a transition table.</summary>
/// <typeparam name="TStatus">The enum of statuses.</typeparam>
/// <typeparam name="TTrigger">The enum of triggers.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Transition<TStatus, TTrigger>
    where TStatus : struct, Enum
    where TTrigger : struct, Enum
{
    internal Transition(TStatus from, TTrigger trigger, TransitionOutcome outcome, IReadOnlyList<TStatus> targets, IReadOnlyList<RefusalCode> refusals)
    {
        From = from;
        Trigger = trigger;
        Outcome = outcome;
        Targets = targets;
        Refusals = refusals;
    }

    /// <summary>The status before.</summary>
    public TStatus From { get; }

    /// <summary>The trigger.</summary>
    public TTrigger Trigger { get; }

    /// <summary>What the cell promises.</summary>
    public TransitionOutcome Outcome { get; }

    /// <summary>The statuses that can follow; none when refused.</summary>
    public IReadOnlyList<TStatus> Targets { get; }

    /// <summary>The codes with which the guards, or the cell itself, may refuse.</summary>
    public IReadOnlyList<RefusalCode> Refusals { get; }

    /// <summary>The refusal of a cell that always refuses with a code without parameters; <see langword="null"/> for any other cell.</summary>
    public Refusal? Refusal => Outcome == TransitionOutcome.Refused && Refusals[0].Parameters.Count == 0 ? Refusals[0].Refuse() : null;

    internal TransitionRow ToRow() => new(
        From.ToString(),
        Trigger.ToString(),
        Outcome,
        [.. Targets.Select(status => status.ToString())],
        Refusals);
}
