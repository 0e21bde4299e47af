using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex;

/// <summary>Reads <c>{"field":{"code","reason"}}</c>; an <c>errors</c> of any other form is passed over, for it must not cost the page.</summary>
internal sealed class FieldFailuresConverter : JsonConverter<IReadOnlyDictionary<string, FieldFailure>?>
{
    public override IReadOnlyDictionary<string, FieldFailure>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind != JsonValueKind.Object
            ? null
            : document.RootElement.EnumerateObject()
                .Where(static field => field.Value.ValueKind == JsonValueKind.Object)
                .ToDictionary(static field => field.Name, static field => new FieldFailure(Text(field.Value, "code"), Text(field.Value, "reason")), StringComparer.Ordinal);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, FieldFailure>? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (field, failure) in value ?? new Dictionary<string, FieldFailure>())
        {
            writer.WriteStartObject(field);
            writer.WriteString("code", failure.Code);
            writer.WriteString("reason", failure.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
