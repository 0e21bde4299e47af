namespace Support.Sdk.Zendesk.Tickets;

/// <summary>An event of any other type; see <see cref="AuditEvent.Json"/>.</summary>
public sealed record OtherAuditEvent : AuditEvent;
