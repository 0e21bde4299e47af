namespace Support.Sdk.Zendesk.Tickets;

/// <summary>One update of a ticket, as a list of what happened in it (fact sheet 7.7). Times are UTC.</summary>
public sealed record TicketAudit
{
    /// <summary>The id; <see langword="null"/> where an answer leaves it out.</summary>
    public long? Id { get; init; }

    /// <summary>The ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who did it; -1 was seen for the system.</summary>
    public long? AuthorId { get; init; }

    /// <summary>What the caller and Zendesk kept beside it.</summary>
    public AuditMetadata? Metadata { get; init; }

    /// <summary>What happened, each event of its own type; see <see cref="AuditEvent"/>.</summary>
    public IReadOnlyList<AuditEvent> Events { get; init => field = value ?? []; } = [];

    /// <summary>How it was done.</summary>
    public Via? Via { get; init; }

    /// <summary>The id; no content.</summary>
    public override string ToString() => $"TicketAudit {Id}";
}
