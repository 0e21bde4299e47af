namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A ticket as it stood when it was read; later changes do not show. Immutable.</summary>
public sealed class ZendeskTicket
{
    private readonly ZendeskComment[] _comments;

    internal ZendeskTicket(TicketRecord ticket)
    {
        (Id, Subject, Status, Priority) = (ticket.Id, ticket.Subject, ticket.Status, ticket.Priority);
        (RequesterId, SubmitterId, AssigneeId, ExternalId) = (ticket.RequesterId, ticket.SubmitterId, ticket.AssigneeId, ticket.ExternalId);
        Tags = [.. ticket.Tags];
        CollaboratorIds = [.. ticket.AllCollaboratorIds];
        FollowerIds = [.. ticket.FollowerIds];
        EmailCcIds = [.. ticket.EmailCcIds];
        CustomFields = ticket.CustomFields.ToDictionary(field => field.Key, field => field.Value?.ToJsonString());
        (CreatedAt, UpdatedAt) = (ticket.CreatedAt, ticket.UpdatedAt);
        _comments = [.. ticket.Comments.Select(comment => comment.ToPublic())];
        Audits = [.. ticket.Audits.Select(audit => audit.ToPublic())];
    }

    /// <summary>The ticket's number.</summary>
    public long Id { get; }

    /// <summary>The subject; empty when there is none.</summary>
    public string Subject { get; }

    /// <summary><c>new</c>, <c>open</c>, <c>pending</c>, <c>hold</c>, <c>solved</c> or <c>closed</c>.</summary>
    public string Status { get; }

    /// <summary><c>urgent</c>, <c>high</c>, <c>normal</c>, <c>low</c> or <see langword="null"/>.</summary>
    public string? Priority { get; }

    /// <summary>Whose ticket it is.</summary>
    public long RequesterId { get; }

    /// <summary>Who entered it.</summary>
    public long SubmitterId { get; }

    /// <summary>The agent in charge, if any.</summary>
    public long? AssigneeId { get; }

    /// <summary>The id that the integration gave it, if any.</summary>
    public string? ExternalId { get; }

    /// <summary>The tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Everybody copied in: followers, e-mail CCs and legacy collaborators.</summary>
    public IReadOnlyList<long> CollaboratorIds { get; }

    /// <summary>The agents who follow the ticket.</summary>
    public IReadOnlyList<long> FollowerIds { get; }

    /// <summary>The users copied in by e-mail.</summary>
    public IReadOnlyList<long> EmailCcIds { get; }

    /// <summary>The custom fields that were set: field id to JSON text of the value.</summary>
    public IReadOnlyDictionary<long, string?> CustomFields { get; }

    /// <summary>When it was created (UTC, whole seconds).</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When a ticket event last happened (UTC, whole seconds).</summary>
    public DateTimeOffset UpdatedAt { get; }

    /// <summary>All updates, oldest first.</summary>
    public IReadOnlyList<ZendeskAudit> Audits { get; }

    /// <summary>The comments a user sees, oldest first: team members all, customers the public ones of tickets they requested or are copied in on.</summary>
    /// <param name="asSeenBy">The reader; <see langword="null"/> for the whole conversation.</param>
    public IReadOnlyList<ZendeskComment> Conversation(ZendeskUser? asSeenBy = null) =>
        asSeenBy is null || asSeenBy.Role.IsStaff ? _comments
        : asSeenBy.Id == RequesterId || CollaboratorIds.Contains(asSeenBy.Id) ? [.. _comments.Where(comment => comment.IsPublic)]
        : [];

    /// <summary>For a glance: <c>#35436 (open): Printer on fire</c>.</summary>
    public override string ToString() => $"#{Id} ({Status}): {Subject}";
}
