namespace Support.Sdk.StateMachines;

/// <summary>Whether an action can be taken now.</summary>
public enum ActionAvailability
{
    /// <summary>The action is allowed.</summary>
    Allowed,

    /// <summary>The action is refused; the reason stands beside.</summary>
    Refused,

    /// <summary>Nothing stands in the way so far; what the command brings along decides.</summary>
    DependsOnPayload,
}
