using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>A webhook.</summary>
public sealed record WebexWebhook
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Where events go.</summary>
    public string? TargetUrl { get; init; }

    /// <summary>What it watches.</summary>
    public WebhookResource Resource { get; init; }

    /// <summary>For which event.</summary>
    public WebhookEvent Event { get; init; }

    /// <summary>For which things, such as <c>roomId=…</c>.</summary>
    public string? Filter { get; init; }

    /// <summary>What events are signed with. A secret: never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether it is delivered.</summary>
    public WebhookStatus? Status { get; init; }

    /// <summary>When the webhook was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>On whose behalf it watches.</summary>
    public WebhookOwner? OwnedBy { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Id and Resource and Event and Status; nothing secret.</summary>
    public override string ToString() => $"WebexWebhook {{ Id = {Id}, Resource = {Resource}, Event = {Event}, Status = {Status} }}";
}
