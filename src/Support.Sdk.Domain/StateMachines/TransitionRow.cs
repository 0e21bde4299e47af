namespace Support.Sdk.StateMachines;

/// <summary>One cell of a transition table in its readable form: what a trigger does in a status.</summary>
/// <param name="From">The status before.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Outcome">What the cell promises.</param>
/// <param name="Targets">The statuses that can follow; for <see cref="TransitionOutcome.Stays"/> the same status, for <see cref="TransitionOutcome.Refused"/> none.</param>
/// <param name="Refusals">The codes with which the guards may refuse; for <see cref="TransitionOutcome.Refused"/> the codes with which the cell refuses.</param>
public sealed record TransitionRow(
    string From,
    string Trigger,
    TransitionOutcome Outcome,
    IReadOnlyList<string> Targets,
    IReadOnlyList<RefusalCode> Refusals);
