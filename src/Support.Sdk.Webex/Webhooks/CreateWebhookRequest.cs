namespace Support.Sdk.Webex.Webhooks;

/// <summary>The order for a webhook.</summary>
public sealed record CreateWebhookRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where events go.</summary>
    public string TargetUrl { get; init; } = "";

    /// <summary>What it watches.</summary>
    public WebhookResource Resource { get; init; }

    /// <summary>For which event.</summary>
    public WebhookEvent Event { get; init; }

    /// <summary>For which things, such as <c>roomId=…</c>; <see langword="null"/> for all.</summary>
    public string? Filter { get; init; }

    /// <summary>What events are signed with; without it nothing shows that an event is genuine. A secret: never log it.</summary>
    public string? Secret { get; init; }

    /// <summary><see cref="WebhookOwner.Org"/> to watch the whole organisation.</summary>
    public WebhookOwner? OwnedBy { get; init; }

    /// <summary>Resource and Event; nothing secret.</summary>
    public override string ToString() => $"CreateWebhookRequest {{ Resource = {Resource}, Event = {Event} }}";
}
