using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce;

/// <summary>Reads any text, number or boolean as a word: an unknown value must never make an answer unreadable.</summary>
internal sealed class VocabularyConverter<T> : JsonConverter<T>
    where T : struct, IVocabulary<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var text = document.RootElement.ToString();
        return string.IsNullOrWhiteSpace(text) ? default : T.From(text);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value.Value);
    }
}
