using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Account;

/// <summary>What is set about tickets.</summary>
public sealed record TicketSettings
{
    /// <summary>Whether comments are public unless their author says otherwise.</summary>
    public bool? CommentsPublicByDefault { get; init; }

    /// <summary>Whether "CCs and followers" is on; otherwise changes of them are ignored without a word.</summary>
    public bool? FollowerAndEmailCcCollaborations { get; init; }

    /// <summary>Whether agents see who else looks at a ticket.</summary>
    public bool? AgentCollision { get; init; }

    /// <summary>The others, by wire name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; } = new Dictionary<string, JsonElement>();
}
