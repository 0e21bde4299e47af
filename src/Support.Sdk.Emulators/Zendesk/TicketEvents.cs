using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The events of an update, as its audit lists them (fact sheet section 7.7).</summary>
internal static class TicketEvents
{
    public static IReadOnlyList<JsonObject> Between(TicketRecord? before, TicketRecord after, CommentRecord? comment, ZendeskAccount account)
    {
        var events = new List<JsonObject>();
        if (comment is not null)
        {
            events.Add(comment.ToEvent());
        }

        var old = before is null ? [] : Fields(before).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in Fields(after))
        {
            var previous = old.GetValueOrDefault(name);
            if (JsonNode.DeepEquals(previous, value))
            {
                continue;
            }

            var one = new JsonObject { ["id"] = account.NextId(), ["type"] = before is null ? "Create" : "Change", ["field_name"] = name, ["value"] = value };
            if (before is not null)
            {
                one["previous_value"] = previous?.DeepClone();
            }

            events.Add(one);
        }

        AddCopies(events, before, after, account);
        if (comment is { IsPublic: true })
        {
            AddNotification(events, after, comment, isNew: before is null, account);
        }

        return events;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Fields(TicketRecord ticket)
    {
        yield return ("subject", ticket.Subject.Length == 0 ? null : ticket.Subject);
        yield return ("requester_id", Id(ticket.RequesterId));
        yield return ("status", ticket.Status);
        yield return ("priority", ticket.Priority);
        yield return ("type", ticket.Type);
        yield return ("assignee_id", Id(ticket.AssigneeId));
        yield return ("group_id", Id(ticket.GroupId));
        yield return ("organization_id", Id(ticket.OrganizationId));
        yield return ("problem_id", Id(ticket.ProblemId));
        yield return ("brand_id", Id(ticket.BrandId));
        yield return ("ticket_form_id", Id(ticket.TicketFormId));
        yield return ("custom_status_id", Id(ticket.CustomStatusId));
        yield return ("external_id", ticket.ExternalId);
        yield return ("recipient", ticket.Recipient);
        yield return ("due_at", ticket.DueAt);
        yield return ("tags", ticket.Tags.Count == 0 ? null : ZendeskJson.Array(ticket.Tags));
        foreach (var (id, value) in ticket.CustomFields.OrderBy(field => field.Key))
        {
            yield return (id.ToString(CultureInfo.InvariantCulture), value?.DeepClone());
        }
    }

    private static JsonNode? Id(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    private static void AddCopies(List<JsonObject> events, TicketRecord? before, TicketRecord after, ZendeskAccount account)
    {
        JsonArray Emails(IEnumerable<long> ids) => ZendeskJson.Array(ids.Select(id => account.Users[id].Email));
        void Change(string type, string name, List<long> old, List<long> now)
        {
            if (!old.Order().SequenceEqual(now.Order()))
            {
                events.Add(new JsonObject { ["id"] = account.NextId(), ["type"] = type, [$"previous_{name}"] = Emails(old), [$"current_{name}"] = Emails(now) });
            }
        }

        Change("EmailCcChange", "email_ccs", before?.EmailCcIds ?? [], after.EmailCcIds);
        Change("FollowerChange", "followers", before?.FollowerIds ?? [], after.FollowerIds);
        var added = after.LegacyCollaboratorIds.Except(before?.LegacyCollaboratorIds ?? []).ToList();
        var removed = (before?.LegacyCollaboratorIds ?? []).Except(after.LegacyCollaboratorIds).Any();
        if (added.Count > 0 || removed)
        {
            events.Add(new JsonObject { ["id"] = account.NextId(), ["type"] = "Cc", ["recipients"] = ZendeskJson.Array(after.LegacyCollaboratorIds) });
        }
    }

    private static void AddNotification(List<JsonObject> events, TicketRecord ticket, CommentRecord comment, bool isNew, ZendeskAccount account)
    {
        var recipients = ticket.EmailCcIds.Prepend(ticket.RequesterId).Where(id => id != comment.AuthorId).Distinct().ToList();
        if (recipients.Count == 0)
        {
            return;
        }

        // What the account's standard triggers send.
        var title = isNew ? "Notify requester and CCs of received request" : "Notify requester and CCs of comment update";
        events.Add(new JsonObject
        {
            ["id"] = account.NextId(),
            ["type"] = "Notification",
            ["subject"] = ticket.Subject,
            ["body"] = comment.Body,
            ["recipients"] = ZendeskJson.Array(recipients),
            ["via"] = new JsonObject
            {
                ["channel"] = "rule",
                ["source"] = new JsonObject { ["from"] = new JsonObject { ["title"] = title }, ["to"] = new JsonObject(), ["rel"] = "trigger" },
            },
        });
    }
}
