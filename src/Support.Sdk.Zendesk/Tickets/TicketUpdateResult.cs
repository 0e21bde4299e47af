using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>What an update or creation made of a ticket.</summary>
/// <param name="Ticket">The ticket afterwards.</param>
/// <param name="Audit">What changed, or <see langword="null"/> when Zendesk left it out.</param>
public sealed record TicketUpdateResult([property: JsonRequired] Ticket Ticket, TicketAudit? Audit);
