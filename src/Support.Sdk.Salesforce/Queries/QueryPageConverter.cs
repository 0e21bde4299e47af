using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>Reads a page whose records are of a type that only the caller's context knows.</summary>
internal sealed class QueryPageConverter<T>(JsonTypeInfo<T> recordType) : JsonConverter<QueryPage<T>>
{
    public static JsonTypeInfo<QueryPage<T>> Of(JsonTypeInfo<T> recordType) =>
        JsonMetadataServices.CreateValueInfo<QueryPage<T>>(recordType.Options, new QueryPageConverter<T>(recordType));

    public override QueryPage<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A page of a query is an object.");
        }

        var totalSize = 0;
        bool? done = null;
        string? next = null;
        List<T>? records = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                reader.Read();
                records = ReadRecords(ref reader);
            }
            else if (reader.ValueTextEquals("totalSize"u8))
            {
                reader.Read();
                totalSize = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("done"u8))
            {
                reader.Read();
                done = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("nextRecordsUrl"u8))
            {
                reader.Read();
                next = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // A list that ends early looks like a complete one: what was not found would be taken for not being there.
        var isLast = done ?? throw new JsonException("The page does not say whether it is the last one.");
        return isLast || !string.IsNullOrWhiteSpace(next)
            ? new(totalSize, isLast ? null : next, records ?? throw new JsonException("The page has no records."))
            : throw new JsonException("The page is not the last one, but does not say where the next one is.");
    }

    public override void Write(Utf8JsonWriter writer, QueryPage<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Pages of queries are read only.");

    private List<T> ReadRecords(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The records of a page are a list.");
        }

        var records = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            records.Add(JsonSerializer.Deserialize(ref reader, recordType) ?? throw new JsonException("A record is null."));
        }

        return records;
    }
}
