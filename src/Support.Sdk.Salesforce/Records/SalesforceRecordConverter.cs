using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Records;

internal sealed class SalesforceRecordConverter : JsonConverter<SalesforceRecord>
{
    public override SalesforceRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object ? new(json) : throw new JsonException("A record is a JSON object.");
    }

    public override void Write(Utf8JsonWriter writer, SalesforceRecord value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
}
