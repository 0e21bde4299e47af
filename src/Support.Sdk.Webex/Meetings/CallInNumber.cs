using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A number to call in.</summary>
public sealed record CallInNumber
{
    /// <summary>What it is called.</summary>
    public string? Label { get; init; }

    /// <summary>The number.</summary>
    [JsonPropertyName("callInNumber")]
    public string? Number { get; init; }

    /// <summary>Who pays.</summary>
    public TollType? TollType { get; init; }
}
