using System.Net;
using Support.Sdk.Http;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>The operations of <c>/webhooks</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. A webhook needs the read scope of what it watches.</remarks>
public class WebhooksClient
{
    private static readonly VendorOperation List = new("webex.webhooks.list", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.webhooks.get", RetryMeaning.Safe);
    private static readonly VendorOperation Create = new("webex.webhooks.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation Update = new("webex.webhooks.update", RetryMeaning.Idempotent);
    private static readonly VendorOperation Delete = new("webex.webhooks.delete", RetryMeaning.Idempotent);
    private static readonly WebhookEvent[] MeetingEventsToWatch = [WebhookEvent.Started, WebhookEvent.Ended, WebhookEvent.Updated, WebhookEvent.Deleted];
    private readonly WebexConnection _webex;

    internal WebhooksClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected WebhooksClient() => _webex = null!;

    /// <summary>Lists webhooks.</summary>
    /// <param name="request">Which ones; <see langword="null"/> for the caller's own.</param>
    public virtual VendorPageable<WebexWebhook> ListAsync(ListWebhooksRequest? request = null)
    {
        var path = VendorPath.Of($"webhooks").Query("max", request?.PageSize).Query("ownedBy", request?.OwnedBy?.Value);
        return _webex.List(VendorRequest.Get(List, path), WebexJson.Default.ItemsPageWebexWebhook);
    }

    /// <summary>Reads a webhook.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="webhookId"/> is empty.</exception>
    public virtual Task<WebexWebhook> GetAsync(string webhookId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(webhookId);
        return _webex.SendAsync(VendorRequest.Get(Get, VendorPath.Of($"webhooks/{webhookId}")), WebexJson.Default.WebexWebhook, cancellationToken);
    }

    /// <summary>Creates a webhook, even if there is one like it: see <see cref="EnsureAsync"/>.</summary>
    /// <param name="request">What it is to be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<WebexWebhook> CreateAsync(CreateWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _webex.SendAsync(
            VendorRequest.Post(Create, VendorPath.Of($"webhooks"), request, WebexJson.Default.CreateWebhookRequest), WebexJson.Default.WebexWebhook, cancellationToken);
    }

    /// <summary>Changes a webhook, or revives one that the service switched off.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="request">The webhook as it is to be; name and target must be given.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="webhookId"/> is empty.</exception>
    public virtual Task<WebexWebhook> UpdateAsync(string webhookId, UpdateWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(webhookId);
        ArgumentNullException.ThrowIfNull(request);
        return _webex.SendAsync(
            VendorRequest.Put(Update, VendorPath.Of($"webhooks/{webhookId}"), request, WebexJson.Default.UpdateWebhookRequest),
            WebexJson.Default.WebexWebhook,
            cancellationToken);
    }

    /// <summary>Deletes a webhook.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="webhookId"/> is empty.</exception>
    public virtual Task DeleteAsync(string webhookId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(webhookId);
        return _webex.SendAsync(VendorRequest.Delete(Delete, VendorPath.Of($"webhooks/{webhookId}")), cancellationToken);
    }

    /// <summary>Makes sure that there is such a webhook, and that it is active: finds it, revives it, or creates it.</summary>
    /// <param name="request">What it is to be. One with the same resource, event, filter and target is taken for it, whatever its name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The webhook.</returns>
    /// <remarks>
    /// Call it at every start of the host. The service allows webhooks twice, so it lists before it creates; two hosts that start at the very same moment may
    /// still make two, and receivers apply events twice without harm. A secret that the service does not show, or shows otherwise, is set anew.
    /// </remarks>
    public virtual async Task<WebexWebhook> EnsureAsync(CreateWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(request, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return await ReviveAsync(found, request, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await CreateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            // Some clients report that an identical webhook is refused (fact sheet, section 5): then somebody was faster.
            if (await FindAsync(request, cancellationToken).ConfigureAwait(false) is { } made)
            {
                return await ReviveAsync(made, request, cancellationToken).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Makes sure that Webex reports meetings that are started, ended, changed and deleted: one webhook each.</summary>
    /// <param name="targetUrl">Where events go; a public HTTPS address.</param>
    /// <param name="secret">What they are signed with; <see langword="null"/> for the first of <see cref="WebexOptions.WebhookSecrets"/>.</param>
    /// <param name="ownedBy"><see cref="WebhookOwner.Org"/> for the meetings of the whole organisation, which needs administrator scopes; <see langword="null"/> for those of the token's owner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The webhooks.</returns>
    /// <exception cref="ArgumentException"><paramref name="targetUrl"/> is not absolute.</exception>
    /// <exception cref="InvalidOperationException">There is no secret: events could not be told from forgeries.</exception>
    public virtual async Task<IReadOnlyList<WebexWebhook>> EnsureMeetingWebhooksAsync(
        Uri targetUrl, string? secret = null, WebhookOwner? ownedBy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targetUrl);
        if (!targetUrl.IsAbsoluteUri)
        {
            throw new ArgumentException("The target must be an absolute address: Webex calls it from outside.", nameof(targetUrl));
        }

        secret ??= _webex.WebhookSecret;
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new InvalidOperationException("Set WebexOptions.WebhookSecrets, or pass a secret: without one, events cannot be told from forgeries.");
        }

        var webhooks = new List<WebexWebhook>();
        foreach (var @event in MeetingEventsToWatch)
        {
            webhooks.Add(await EnsureAsync(
                new CreateWebhookRequest
                {
                    Name = $"Support.Sdk meetings {@event}",
                    TargetUrl = targetUrl.AbsoluteUri,
                    Resource = WebhookResource.Meetings,
                    Event = @event,
                    Secret = secret,
                    OwnedBy = ownedBy,
                },
                cancellationToken).ConfigureAwait(false));
        }

        return webhooks;
    }

    private async Task<WebexWebhook?> FindAsync(CreateWebhookRequest request, CancellationToken cancellationToken)
    {
        var owner = request.OwnedBy == WebhookOwner.Org ? request.OwnedBy : null;
        await foreach (var webhook in ListAsync(new ListWebhooksRequest { OwnedBy = owner }).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (webhook.Resource == request.Resource
                && webhook.Event == request.Event
                && webhook.TargetUrl == request.TargetUrl
                && (webhook.Filter ?? "") == (request.Filter ?? ""))
            {
                return webhook;
            }
        }

        return null;
    }

    private async Task<WebexWebhook> ReviveAsync(WebexWebhook found, CreateWebhookRequest request, CancellationToken cancellationToken)
    {
        var isActive = found.Status is null || found.Status == WebhookStatus.Active;
        if (isActive && (request.Secret is null || request.Secret == found.Secret))
        {
            return found;
        }

        var update = new UpdateWebhookRequest
        {
            Name = request.Name,
            TargetUrl = request.TargetUrl,
            Secret = request.Secret,
            OwnedBy = request.OwnedBy,
            Status = isActive ? null : WebhookStatus.Active,
        };
        return await UpdateAsync(found.Id, update, cancellationToken).ConfigureAwait(false);
    }
}
