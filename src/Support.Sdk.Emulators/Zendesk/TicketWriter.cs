using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Who changes a ticket, and with what client.</summary>
internal sealed record TicketActor(UserRecord User, string? Client);

/// <summary>Creates and updates tickets: all of a request, or nothing of it (fact sheet section 7.3).</summary>
internal sealed class TicketWriter(ZendeskAccount account, TicketEventPublisher publisher)
{
    private static readonly string[] Statuses = ["new", "open", "pending", "hold", "solved", "closed"];
    private static readonly string[] Priorities = ["urgent", "high", "normal", "low"];
    private static readonly string[] Types = ["problem", "incident", "question", "task"];

    public (TicketRecord Ticket, AuditRecord? Audit) Create(JsonObject json, TicketActor actor, TimeSpan indexLag)
    {
        var now = account.Now;
        var draft = new TicketDraft(account, new TicketRecord { Id = 0, CreatedAt = now, UpdatedAt = now }, new TicketInput(json), actor, now);
        if (!draft.Input.Has("comment"))
        {
            draft.Input.Refuse("base", "Description: cannot be blank", "BlankValue");
        }

        draft.ReadRequester();
        draft.ReadFollowUp();
        ReadProperties(draft);
        draft.ReadComment(isFirst: true);
        draft.Input.ThrowIfRefused();
        return Commit(null, draft, account.NextTicketId(), indexLag);
    }

    /// <param name="ticket">The ticket as it stands.</param>
    /// <param name="json">The <c>ticket</c> object.</param>
    /// <param name="actor">Who updates.</param>
    /// <param name="bulk">Whether <c>additional_tags</c> and <c>remove_tags</c> are understood, which only <c>update_many</c> documents.</param>
    public (TicketRecord Ticket, AuditRecord? Audit) Update(TicketRecord ticket, JsonObject json, TicketActor actor, bool bulk = false)
    {
        RefuseClosed(ticket);
        RefuseOutdated(ticket, json);
        var draft = new TicketDraft(account, ticket.Copy(), new TicketInput(json), actor, account.Now);
        draft.Input.SetId("requester_id", id => draft.SetRequester(id));
        ReadProperties(draft);
        if (bulk)
        {
            draft.ReadAdditionalTags();
        }

        draft.ReadComment(isFirst: false);
        draft.Input.ThrowIfRefused();
        return Commit(ticket, draft, ticket.Id, account.Options.SearchIndexLag);
    }

    /// <summary>Replaces the tags, for the tags endpoints.</summary>
    public TicketRecord SetTags(TicketRecord ticket, JsonObject json, IEnumerable<string> tags, TicketActor actor)
    {
        RefuseClosed(ticket);
        RefuseOutdated(ticket, json);
        var draft = new TicketDraft(account, ticket.Copy(), new TicketInput([]), actor, account.Now);
        draft.Ticket.Tags = new SortedSet<string>(tags, StringComparer.Ordinal);
        return Commit(ticket, draft, ticket.Id, account.Options.SearchIndexLag).Ticket;
    }

    private static void RefuseClosed(TicketRecord ticket)
    {
        if (ticket.IsClosed)
        {
            throw new RefusalException(ZendeskErrors.RecordInvalid("status", ZendeskErrors.ClosedPreventsUpdate));
        }
    }

    // Its mere presence asks for it: the vendor documents that "safe_update": false behaves like true.
    private static void RefuseOutdated(TicketRecord ticket, JsonObject json)
    {
        if (!json.ContainsKey("safe_update"))
        {
            return;
        }

        var stamp = TicketInput.Text(json["updated_stamp"], "updated_stamp");
        if (!DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var known) || known != ticket.UpdatedAt)
        {
            throw new RefusalException(ZendeskErrors.UpdateConflict());
        }
    }

    private static void ReadProperties(TicketDraft draft)
    {
        var (ticket, input) = (draft.Ticket, draft.Input);
        input.SetText("subject", value => ticket.Subject = value ?? "");
        input.SetText("external_id", value => ticket.ExternalId = value);
        input.SetText("recipient", value => ticket.Recipient = value);
        input.SetText("due_at", value => ticket.DueAt = value);
        input.SetOneOf("type", "Type", Types, nullable: true, value => ticket.Type = value);
        input.SetOneOf("priority", "Priority", Priorities, nullable: true, value => ticket.Priority = value);
        input.SetId("group_id", value => ticket.GroupId = value);
        input.SetId("organization_id", value => ticket.OrganizationId = value);
        input.SetId("problem_id", value => ticket.ProblemId = value);
        input.SetId("brand_id", value => ticket.BrandId = value);
        input.SetId("ticket_form_id", value => ticket.TicketFormId = value);
        input.SetId("custom_status_id", value => ticket.CustomStatusId = value);
        draft.ReadAssignee();
        input.SetOneOf("status", "Status", Statuses, nullable: false, value => draft.SetStatus(value!));
        draft.ReadTagsAndFields();
        draft.ReadCopies();
    }

    private (TicketRecord Ticket, AuditRecord? Audit) Commit(TicketRecord? before, TicketDraft draft, long id, TimeSpan indexLag)
    {
        draft.AddNewUsers();
        var auditId = account.NextId();
        var now = draft.Now;
        var comment = draft.Comment?.ToRecord(account.NextId(), auditId, now);
        var events = TicketEvents.Between(before, draft.Ticket, comment, account);
        if (events.Count == 0)
        {
            return (before!, null); // No ticket event: neither an audit nor a new updated_at.
        }

        var audit = new AuditRecord(auditId, id, draft.Actor.User.Id, now, draft.Metadata, draft.Actor.Client, events);
        var after = draft.Ticket;
        (after.Id, after.UpdatedAt) = (id, now);
        after.Audits.Add(audit);
        if (comment is not null)
        {
            after.Comments.Add(comment);
        }

        // Searches go on finding what they found until the index has caught up.
        after.Indexed = before is null ? null : before.IndexedAt <= now ? before : before.Indexed;
        after.IndexedAt = now + indexLag;
        after.Indexed?.Indexed = null;
        account.Tickets[id] = after;
        if (draft.FollowUpOf is { } source)
        {
            source.FollowupIds.Add(id);
        }

        publisher.Publish(before, after, comment, audit);
        return (after, audit);
    }
}
