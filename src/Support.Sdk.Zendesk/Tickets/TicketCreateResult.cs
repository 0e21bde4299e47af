namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A created ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Audit">The audit of its creation, or <see langword="null"/>.</param>
/// <param name="WasReplayed">Whether Zendesk had seen the idempotency key before and gave back its earlier answer (<c>x-idempotency-lookup: hit</c>).</param>
public sealed record TicketCreateResult(Ticket Ticket, TicketAudit? Audit, bool WasReplayed);
