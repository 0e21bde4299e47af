using System.Text.Json;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>The body of a webhook as it comes.</summary>
internal sealed class WebhookEnvelope
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? TargetUrl { get; init; }

    public WebhookResource Resource { get; init; }

    public WebhookEvent Event { get; init; }

    public string? Filter { get; init; }

    public string? OrgId { get; init; }

    public string? CreatedBy { get; init; }

    public string? AppId { get; init; }

    public WebhookOwner OwnedBy { get; init; }

    public WebhookStatus Status { get; init; }

    public DateTimeOffset? Created { get; init; }

    public string? ActorId { get; init; }

    public JsonElement Data { get; init; }
}
