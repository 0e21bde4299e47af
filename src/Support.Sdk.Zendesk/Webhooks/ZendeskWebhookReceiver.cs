using System.Text.Json;
using Microsoft.Extensions.Options;
using Support.Sdk.Webhooks;

namespace Support.Sdk.Zendesk.Webhooks;

/// <summary>Receives Zendesk's webhooks. Nothing in the SDK depends on ticket events, so genuine ones are ignored once they are read.</summary>
internal sealed class ZendeskWebhookReceiver(IOptionsMonitor<ZendeskOptions> options, IReadOnlySet<string> accounts, TimeProvider clock) : IWebhookReceiver
{
    public ValueTask<WebhookResult> ReceiveAsync(string account, WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(request);
        return new(Receive(account, request));
    }

    private WebhookResult Receive(string account, WebhookRequest request)
    {
        if (!accounts.Contains(account))
        {
            // The account is part of the endpoint's address, which anybody may make up.
            return new(WebhookDisposition.Unverified, WebhookRejection.NoSecretConfigured);
        }

        var verifier = new ZendeskWebhookVerifier(options.Get(account).Webhooks, clock);
        var verification = verifier.Verify(Header(request, ZendeskWebhookHeaders.Signature), Header(request, ZendeskWebhookHeaders.Timestamp), request.Body.Span);
        if (!verification.IsVerified)
        {
            return new(WebhookDisposition.Unverified, verification.Reason ?? "");
        }

        if (request.Body.IsEmpty)
        {
            return new(WebhookDisposition.Ignored, "empty-body");
        }

        try
        {
            var read = ZendeskWebhookEvent.Parse(request.Body.Span);
            return new(WebhookDisposition.Ignored, read.Type is null ? "not-an-event" : "no-consumer");
        }
        catch (JsonException)
        {
            return new(WebhookDisposition.Malformed, "not-an-event-object");
        }
    }

    private static string? Header(WebhookRequest request, string name)
    {
        if (request.Headers.TryGetValue(name, out var exact))
        {
            return exact;
        }

        // Dictionaries of other frameworks may compare case.
        foreach (var (candidate, value) in request.Headers)
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
