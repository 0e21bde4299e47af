using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>An answer to a question of the host's own.</summary>
public sealed record RegistrantAnswer
{
    /// <summary>The choice, as <see cref="Meetings.RegistrationOption.Id"/>; <see langword="null"/> for free text. A number or text on the wire.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? OptionId { get; init; }

    /// <summary>The text, or that of the choice.</summary>
    public string? Answer { get; init; }

    /// <summary>The choice; not what was answered.</summary>
    public override string ToString() => $"RegistrantAnswer {{ OptionId = {OptionId} }}";
}
