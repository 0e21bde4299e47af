using System.Text.Json.Serialization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.ServiceDesk;

/// <summary>What is said of one action: whether it can be taken now, and why not.</summary>
public sealed record ServiceDeskAction
{
    /// <summary>The action's name, such as <c>TransferToTechnician</c>: stable, never translated.</summary>
    public required string Name { get; init; }

    /// <summary><c>allowed</c>, <c>refused</c>, or <c>dependsOnPayload</c> when what is sent along decides.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<ActionAvailability>))]
    public required ActionAvailability Availability { get; init; }

    /// <summary>Why it is refused; <see langword="null"/> otherwise.</summary>
    public ServiceDeskRefusal? Refusal { get; init; }
}
