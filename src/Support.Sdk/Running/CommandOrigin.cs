using Support.Sdk.StateMachines;

namespace Support.Sdk.Running;

/// <summary>Where a command comes from.</summary>
/// <param name="Actor">Who gives it.</param>
/// <param name="CorrelationId">Ties together what one cause makes happen; empty when there is none.</param>
public readonly record struct CommandOrigin(Actor Actor, string CorrelationId = "")
{
    /// <summary>The SDK itself.</summary>
    public static CommandOrigin System { get; } = new(Actor.System);
}
