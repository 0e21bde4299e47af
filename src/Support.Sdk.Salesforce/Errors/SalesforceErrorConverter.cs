using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce;

internal sealed class SalesforceErrorConverter : JsonConverter<SalesforceError>
{
    public override SalesforceError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return SalesforceError.TryRead(document.RootElement) ?? new SalesforceError(default, document.RootElement.ToString());
    }

    public override void Write(Utf8JsonWriter writer, SalesforceError value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("statusCode", value.Code.Value);
        writer.WriteString("message", value.Message);
        writer.WriteStartArray("fields");
        foreach (var field in value.Fields)
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
