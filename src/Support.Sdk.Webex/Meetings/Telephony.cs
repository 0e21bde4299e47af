using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>How a meeting is joined by telephone.</summary>
public sealed record Telephony
{
    /// <summary>What the caller types.</summary>
    public string? AccessCode { get; init; }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<CallInNumber>? CallInNumbers { get; init; }

    /// <summary>Links to the global numbers; for a Personal Room the reference says one object where the service sends a list, and both are read.</summary>
    [JsonConverter(typeof(OneOrManyLinksConverter))]
    public IReadOnlyList<MeetingLink>? Links { get; init; }
}
