using System.Text.Json;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A field changed (<c>Change</c>).</summary>
public sealed record ChangeAuditEvent : AuditEvent
{
    /// <summary>The field; of a custom field its id.</summary>
    public string? FieldName { get; init; }

    /// <summary>The value afterwards: a text, a number, a list or nothing.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The value before.</summary>
    public JsonElement? PreviousValue { get; init; }
}
