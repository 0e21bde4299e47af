using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>Puts a mapping's document into JSON, as <see cref="WebinarMapping.Write"/> writes it.</summary>
/// <remarks>Thread-safe. Reading throws <see cref="JsonException"/> where the document is no mapping.</remarks>
public sealed class WebinarMappingConverter : JsonConverter<WebinarMapping>
{
    /// <inheritdoc />
    public override WebinarMapping Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return WebinarMapping.TryParse(JsonSerializer.SerializeToUtf8Bytes(document.RootElement, WebinarJsonContext.Default.JsonElement), out var mapping, out var problems)
            ? mapping
            : throw new JsonException($"The document is no mapping: {string.Join("; ", problems)}.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, WebinarMapping value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using var document = JsonDocument.Parse(value.ToUtf8Json());
        document.RootElement.WriteTo(writer);
    }
}
