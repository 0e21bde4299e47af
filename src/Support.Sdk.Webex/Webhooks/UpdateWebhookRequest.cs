namespace Support.Sdk.Webex.Webhooks;

/// <summary>A webhook as it is to be; resource, event and filter cannot be changed.</summary>
public sealed record UpdateWebhookRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where events go.</summary>
    public string TargetUrl { get; init; } = "";

    /// <summary>The new secret; <see langword="null"/> leaves it. A secret: never log it.</summary>
    public string? Secret { get; init; }

    /// <summary>On whose behalf it watches.</summary>
    public WebhookOwner? OwnedBy { get; init; }

    /// <summary><see cref="WebhookStatus.Active"/> revives a webhook that the service switched off.</summary>
    public WebhookStatus? Status { get; init; }

    /// <summary>Name; nothing secret.</summary>
    public override string ToString() => $"UpdateWebhookRequest {{ Name = {Name} }}";
}
