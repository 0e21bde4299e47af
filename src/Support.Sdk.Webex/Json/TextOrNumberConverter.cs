using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex;

/// <summary>Ids that the reference calls numbers and the examples show as texts (fact sheet, section 9).</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => WireText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
