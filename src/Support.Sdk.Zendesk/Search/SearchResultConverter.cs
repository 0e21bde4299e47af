using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Search;

internal sealed class SearchResultConverter : JsonConverter<SearchResult>
{
    public override SearchResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object ? new(json) : throw new JsonException("A search result is not an object.");
    }

    public override void Write(Utf8JsonWriter writer, SearchResult value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
}
