using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Puts ticket events in the outbox of the webhooks that subscribed to them, signed as fact sheet section 11 says.</summary>
internal sealed class TicketEventPublisher(ZendeskAccount account, WebhookOutbox outbox)
{
    private const string Prefix = "zen:event-type:ticket.";

    public List<ZendeskWebhook> Webhooks { get; } = [];

    public void Publish(TicketRecord? before, TicketRecord after, CommentRecord? comment, AuditRecord audit)
    {
        var sequence = account.Ids.Hex(32).ToUpperInvariant();
        var position = 0;
        foreach (var (type, data) in Events(before, after, comment))
        {
            data["meta"] = new JsonObject { ["sequence"] = new JsonObject { ["id"] = sequence, ["position"] = ++position } };
            Send(Prefix + type, data, after, audit);
        }
    }

    private static IEnumerable<(string Type, JsonObject Event)> Events(TicketRecord? before, TicketRecord after, CommentRecord? comment)
    {
        if (before is null)
        {
            yield return ("created", []);
        }

        if (comment is not null)
        {
            yield return ("comment_added", new JsonObject
            {
                ["comment"] = new JsonObject
                {
                    ["id"] = Text(comment.Id),
                    ["author"] = new JsonObject { ["id"] = Text(comment.AuthorId) },
                    ["body"] = comment.Body,
                    ["is_public"] = comment.IsPublic,
                },
            });
        }

        if (before is null)
        {
            yield break;
        }

        if (before.Status != after.Status)
        {
            // Upper case, unlike the REST API.
            yield return ("status_changed", Change(before.Status.ToUpperInvariant(), after.Status.ToUpperInvariant()));
        }

        if (before.Priority != after.Priority)
        {
            yield return ("priority_changed", Change(before.Priority?.ToUpperInvariant(), after.Priority?.ToUpperInvariant()));
        }

        if (before.Subject != after.Subject)
        {
            yield return ("subject_changed", Change(before.Subject, after.Subject));
        }

        if (before.AssigneeId != after.AssigneeId)
        {
            yield return ("agent_assignment_changed", Change(Text(before.AssigneeId), Text(after.AssigneeId)));
        }

        if (!before.Tags.SetEquals(after.Tags))
        {
            yield return ("tags_changed", new JsonObject
            {
                ["tags_added"] = ZendeskJson.Array(after.Tags.Except(before.Tags)),
                ["tags_removed"] = ZendeskJson.Array(before.Tags.Except(after.Tags)),
            });
        }
    }

    private void Send(string type, JsonObject data, TicketRecord ticket, AuditRecord audit)
    {
        foreach (var webhook in Webhooks.Where(webhook => webhook.Subscriptions.Contains(type, StringComparer.Ordinal)))
        {
            var body = EmulatorResponse.Serialize(new JsonObject
            {
                ["account_id"] = account.Options.AccountId,
                ["detail"] = Detail(ticket, audit),
                ["event"] = data.DeepClone(),
                ["id"] = account.Ids.Guid().ToString(),
                ["subject"] = $"zen:ticket:{ticket.Id}",
                ["time"] = ZendeskJson.Time(audit.CreatedAt),
                ["type"] = type,
                ["zendesk_event_version"] = "2022-11-06",
            });
            var invocation = account.Ids.Hex(26).ToUpperInvariant(); // The same for each try.
            outbox.Enqueue(new WebhookMessage
            {
                Topic = type,
                Target = webhook.Endpoint,
                Body = body,
                Headers = at => Headers(webhook, invocation, body, at),
            });
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Headers(ZendeskWebhook webhook, string invocation, byte[] body, DateTimeOffset at)
    {
        var timestamp = ZendeskJson.Time(at);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(webhook.SigningSecret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp), .. body]);
        yield return new("X-Zendesk-Webhook-Signature", Convert.ToBase64String(signature));
        yield return new("X-Zendesk-Webhook-Signature-Timestamp", timestamp);
        yield return new("X-Zendesk-Account-Id", Text(account.Options.AccountId)!);
        yield return new("X-Zendesk-Webhook-Id", webhook.Id);
        yield return new("X-Zendesk-Webhook-Invocation-Id", invocation);
    }

    private static JsonObject Detail(TicketRecord ticket, AuditRecord audit) => new()
    {
        ["actor_id"] = Text(audit.AuthorId),
        ["assignee_id"] = Text(ticket.AssigneeId),
        ["brand_id"] = Text(ticket.BrandId),
        ["created_at"] = ZendeskJson.Time(ticket.CreatedAt),
        ["custom_status"] = Text(ticket.CustomStatusId),
        ["description"] = ticket.Comments is [var first, ..] ? first.Body : "",
        ["external_id"] = ticket.ExternalId,
        ["form_id"] = Text(ticket.TicketFormId),
        ["group_id"] = Text(ticket.GroupId),
        ["id"] = Text(ticket.Id),
        ["is_public"] = ticket.Comments.Exists(comment => comment.IsPublic),
        ["organization_id"] = Text(ticket.OrganizationId),
        ["priority"] = ticket.Priority?.ToUpperInvariant(),
        ["requester_id"] = Text(ticket.RequesterId),
        ["status"] = ticket.Status.ToUpperInvariant(),
        ["subject"] = ticket.Subject,
        ["submitter_id"] = Text(ticket.SubmitterId),
        ["tags"] = ZendeskJson.Array(ticket.Tags),
        ["type"] = ticket.Type?.ToUpperInvariant(),
        ["updated_at"] = ZendeskJson.Time(ticket.UpdatedAt),
        ["via"] = new JsonObject { ["channel"] = "api" },
    };

    private static JsonObject Change(string? previous, string? current) => new() { ["previous"] = previous, ["current"] = current };

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}
