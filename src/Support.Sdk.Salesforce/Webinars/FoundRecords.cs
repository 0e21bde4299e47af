using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Reads the records of a look-up straight from a page of SOQL, without a document for each.</summary>
internal sealed class FoundRecords : JsonConverter<ExistingRecord>
{
    private const int Id = 0;
    private const int Version = 1;
    private const int Key = 2;
    private readonly RecordKeys _keys;
    private readonly string[] _columns;
    private readonly int[] _places;

    public FoundRecords(string keyField, IEnumerable<string> fields, RecordKeys keys)
    {
        _keys = keys;
        List<string> columns = ["Id", "SystemModstamp", keyField];
        List<int> places = [];
        foreach (var field in fields)
        {
            var place = columns.FindIndex(column => string.Equals(column, field, StringComparison.OrdinalIgnoreCase));
            if (place < 0)
            {
                place = columns.Count;
                columns.Add(field);
            }

            places.Add(place);
        }

        _columns = [.. columns];
        _places = [.. places];

        // Salesforce refuses a field that is named twice.
        Fields = SoqlName.Of(columns.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What is to be selected.</summary>
    public IReadOnlyList<SoqlName> Fields { get; }

    public JsonTypeInfo<ExistingRecord> RecordType => JsonMetadataServices.CreateValueInfo<ExistingRecord>(SalesforceJson.Default.Options, this);

    public override ExistingRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var found = new string?[_columns.Length];
        var isThere = new bool[_columns.Length];
        var guess = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = PlaceOf(ref reader, guess);
            reader.Read();
            if (place < 0)
            {
                reader.Skip();
                continue;
            }

            var value = ValueOf(ref reader, place);
            for (var i = place; i < _columns.Length; i++)
            {
                // A key that is the id, say, stands in two places.
                if (i == place || string.Equals(_columns[i], _columns[place], StringComparison.OrdinalIgnoreCase))
                {
                    (found[i], isThere[i]) = (value, true);
                }
            }

            guess = place + 1;
        }

        var missing = Array.IndexOf(isThere, false);
        if (missing >= 0)
        {
            throw new JsonException($"A record has no {_columns[missing]}.");
        }

        var values = new string?[_places.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = found[_places[i]];
        }

        return new(found[Id] ?? throw new JsonException("A record has no id."), found[Key] is { } key ? _keys.Of(key) : "", ImmutableCollectionsMarshal.AsImmutableArray(values))
        {
            Version = found[Version],
        };
    }

    public override void Write(Utf8JsonWriter writer, ExistingRecord value, JsonSerializerOptions options) => throw new NotSupportedException("Records that were found are read only.");

    // In the order of the query as a rule; names in the spelling of the org.
    private int PlaceOf(ref Utf8JsonReader reader, int guess)
    {
        if (guess < _columns.Length && reader.ValueTextEquals(_columns[guess]))
        {
            return guess;
        }

        if (reader.ValueTextEquals("attributes"u8))
        {
            return -1;
        }

        var name = reader.GetString();
        return Array.FindIndex(_columns, column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
    }

    private string? ValueOf(ref Utf8JsonReader reader, int place) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new JsonException($"{_columns[place]} is a record or a compound, not a value; map its parts."),
    };
}
