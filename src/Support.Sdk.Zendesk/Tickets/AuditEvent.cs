using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>
/// One event of an audit: a <see cref="CommentAuditEvent"/>, <see cref="CreateAuditEvent"/> or <see cref="ChangeAuditEvent"/>, or an <see cref="OtherAuditEvent"/> for all
/// other types (Notification, Cc, Error, External, … and those to come), whose properties stand in <see cref="Json"/>.
/// </summary>
[JsonConverter(typeof(AuditEventConverter))]
public abstract record AuditEvent
{
    private protected AuditEvent()
    {
    }

    /// <summary>The id.</summary>
    public long? Id { get; init; }

    /// <summary>Zendesk's word for the type.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>What caused it, when it was not the author of the audit: a trigger, a rule.</summary>
    public Via? Via { get; init; }

    /// <summary>The event as it came, with the properties this version does not know.</summary>
    [JsonIgnore]
    public JsonElement Json { get; internal set; }

    /// <summary>The type; no content.</summary>
    public sealed override string ToString() => $"{Type} event {Id}";
}
