using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>Tells the events of an audit apart by their <c>type</c>. By hand: the discriminator may stand anywhere and may be unknown.</summary>
internal sealed class AuditEventConverter : JsonConverter<AuditEvent>
{
    public override AuditEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var value) ? value.ToString() : "";
        AuditEvent? known = type switch
        {
            "Comment" or "VoiceComment" => json.Deserialize(ZendeskJson.Default.CommentAuditEvent),
            "Change" => json.Deserialize(ZendeskJson.Default.ChangeAuditEvent),
            "Create" => json.Deserialize(ZendeskJson.Default.CreateAuditEvent),
            _ => null,
        };
        var read = known ?? new OtherAuditEvent { Type = type, Id = IdOf(json), Via = ViaOf(json) };
        read.Json = json;
        return read;
    }

    public override void Write(Utf8JsonWriter writer, AuditEvent value, JsonSerializerOptions options) => value.Json.WriteTo(writer);

    private static long? IdOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            ? number
            : null;

    private static Via? ViaOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("via", out var via) && via.ValueKind == JsonValueKind.Object
            ? via.Deserialize(ZendeskJson.Default.Via)
            : null;
}
