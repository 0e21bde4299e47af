using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Http;

/// <summary>Reads any text, number or boolean as a word: an unknown value must never make an answer unreadable. Null and empty texts are no word, and no word is written as null.</summary>
/// <typeparam name="T">The type of the words.</typeparam>
/// <remarks>Thread-safe.</remarks>
public sealed class VocabularyConverter<T> : JsonConverter<T>
    where T : struct, IVocabulary<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var text = document.RootElement.ToString();
        return string.IsNullOrWhiteSpace(text) ? default : T.From(text);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Value.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value.Value);
    }
}
