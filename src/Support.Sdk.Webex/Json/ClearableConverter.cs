using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Webex;

internal sealed class ClearableConverter<T> : JsonConverter<Clearable<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override Clearable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, TypeInfo(options));

    public override void Write(Utf8JsonWriter writer, Clearable<T> value, JsonSerializerOptions options)
    {
        if (value.Value is { } set)
        {
            JsonSerializer.Serialize(writer, set, TypeInfo(options));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
