using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Links that lead into a meeting without signing in.</summary>
/// <remarks>They work in a browser only.</remarks>
public sealed record MeetingJoinLinks
{
    /// <summary>Starts it; for host and cohosts only. A secret: whoever has it is host.</summary>
    public string? StartLink { get; init; }

    /// <summary>Joins it. A secret: whoever has it gets in.</summary>
    public string? JoinLink { get; init; }

    /// <summary>When the links end.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Expiration; nothing secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"MeetingJoinLinks {{ Expiration = {Expiration} }}");
}
