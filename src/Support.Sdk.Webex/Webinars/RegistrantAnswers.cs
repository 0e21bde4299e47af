using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>What a registrant answered to one question of the host's own.</summary>
public sealed record RegistrantAnswers
{
    /// <summary>The question, as <see cref="Meetings.RegistrationQuestion.Id"/>. A number or text on the wire.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? QuestionId { get; init; }

    /// <summary>The answers; several for check boxes only.</summary>
    public IReadOnlyList<RegistrantAnswer>? Answers { get; init; }
}
