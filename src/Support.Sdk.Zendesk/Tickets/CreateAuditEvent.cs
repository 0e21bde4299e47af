using System.Text.Json;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A field got its first value with the ticket (<c>Create</c>).</summary>
public sealed record CreateAuditEvent : AuditEvent
{
    /// <summary>The field; of a custom field its id.</summary>
    public string? FieldName { get; init; }

    /// <summary>The value: a text, a number, a list or nothing.</summary>
    public JsonElement? Value { get; init; }
}
