using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A choice of an own question.</summary>
public sealed record RegistrationOption
{
    /// <summary>The vendor's id, a number or text on the wire; not in requests.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    /// <summary>What is shown.</summary>
    public string? Value { get; init; }
}
