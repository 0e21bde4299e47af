using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Account;

/// <summary>The settings of the account this package looks at (fact sheet 9); the others stand in <see cref="Further"/>.</summary>
public sealed record AccountSettings
{
    /// <summary>What is set about tickets.</summary>
    public TicketSettings? Tickets { get; init; }

    /// <summary>What is set about Chat.</summary>
    public ChatSettings? Chat { get; init; }

    /// <summary>The limits.</summary>
    public LimitSettings? Limits { get; init; }

    /// <summary>The other groups, by wire name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; } = new Dictionary<string, JsonElement>();
}
