namespace Support.Sdk.Webex.Webhooks;

/// <summary>Which webhooks to list.</summary>
public sealed record ListWebhooksRequest
{
    /// <summary>Items per page; the service takes 100 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary><see cref="WebhookOwner.Org"/> for those of the organisation.</summary>
    public WebhookOwner? OwnedBy { get; init; }
}
