using System.Text.Json.Serialization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.ServiceDesk;

/// <summary>What would unblock a refused command.</summary>
public sealed record ServiceDeskRemedy
{
    /// <summary><c>action</c>, <c>wait</c>, <c>ask</c> or <c>correct</c>.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<RemedyKind>))]
    public required RemedyKind Kind { get; init; }

    /// <summary>The action to take, the value to wait for, whom to ask, or the field to correct.</summary>
    public required string Subject { get; init; }
}
