using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A question of the host's own.</summary>
public sealed record RegistrationQuestion
{
    /// <summary>The vendor's id, a number or text on the wire; not in requests.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    /// <summary>The question.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it must be answered.</summary>
    public bool? Required { get; init; }

    /// <summary><c>singleLineTextBox</c>, <c>multiLineTextBox</c>, <c>checkbox</c>, <c>dropdownList</c> or <c>radioButtons</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The longest answer in characters, 0 to 999; of text only.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The choices.</summary>
    public IReadOnlyList<RegistrationOption>? Options { get; init; }

    /// <summary>What follows from the answer.</summary>
    public IReadOnlyList<RegistrationRule>? Rules { get; init; }
}
