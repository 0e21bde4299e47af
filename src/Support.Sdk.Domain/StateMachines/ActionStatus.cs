namespace Support.Sdk.StateMachines;

/// <summary>What <see cref="IMachine{TState,TCommand,TEvent,TEffect}.Explain"/> says of one action.</summary>
/// <remarks>Made from the same guards as the decision itself, so what a button shows is what a click gets.</remarks>
public readonly record struct ActionStatus
{
    private ActionStatus(string action, string subject, ActionAvailability availability, Refusal? refusal)
    {
        Action = action;
        Subject = subject;
        Availability = availability;
        Refusal = refusal;
    }

    /// <summary>The name of the action, such as <c>Cancel</c>.</summary>
    public string Action { get; }

    /// <summary>What the action would be done to, such as a meeting's id; empty when it concerns the whole.</summary>
    public string Subject { get; }

    /// <summary>Whether the action can be taken now.</summary>
    public ActionAvailability Availability { get; }

    /// <summary>Why the action is refused; <see langword="null"/> unless <see cref="Availability"/> says so.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The action is allowed.</summary>
    public static ActionStatus Allowed(string action, string subject = "") => new(action, subject, ActionAvailability.Allowed, null);

    /// <summary>The action is refused.</summary>
    public static ActionStatus Refused(string action, Refusal refusal, string subject = "") => new(action, subject, ActionAvailability.Refused, refusal);

    /// <summary>The payload decides.</summary>
    public static ActionStatus DependsOnPayload(string action, string subject = "") => new(action, subject, ActionAvailability.DependsOnPayload, null);

    /// <summary>Refused when there is a refusal, else <paramref name="otherwise"/>.</summary>
    /// <param name="action">The name of the action.</param>
    /// <param name="refusal">What the guard said.</param>
    /// <param name="subject">What the action would be done to.</param>
    /// <param name="otherwise">What holds when the guard said nothing: allowed, or dependent on the payload.</param>
    public static ActionStatus From(string action, Refusal? refusal, string subject = "", ActionAvailability otherwise = ActionAvailability.Allowed) =>
        new(action, subject, refusal is null ? otherwise : ActionAvailability.Refused, refusal);
}
