using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Salesforce.Records;

/// <summary>The fields of a record to be written, and only those: what is not set stays as it is at Salesforce.</summary>
/// <remarks>
/// Names are API names; upper and lower case are the same, as at Salesforce. Not thread-safe while it is filled.
/// <c>new RecordValues { ["LastName"] = "Lovelace", ["Phone"] = null }</c> sets one field and clears another.
/// </remarks>
public sealed class RecordValues : IEnumerable<KeyValuePair<string, FieldValue>>
{
    private readonly List<KeyValuePair<string, FieldValue>> _fields = [];

    /// <summary>How many fields are written.</summary>
    public int Count => _fields.Count;

    /// <summary>The value of a field; <see langword="default"/> when it is left alone. Setting it again replaces it; setting <see langword="default"/> takes it back.</summary>
    /// <param name="field">The API name.</param>
    /// <exception cref="ArgumentException"><paramref name="field"/> is empty, or <c>attributes</c>, which is no field.</exception>
    public FieldValue this[string field]
    {
        get
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(field);
            return IndexOf(field) is >= 0 and var index ? _fields[index].Value : default;
        }

        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(field);
            if (string.Equals(field, "attributes", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException("'attributes' is no field; the object's name is given beside the values.", nameof(field));
            }

            var index = IndexOf(field);
            if (!value.IsGiven)
            {
                if (index >= 0)
                {
                    _fields.RemoveAt(index);
                }
            }
            else if (index >= 0)
            {
                _fields[index] = new(_fields[index].Key, value);
            }
            else
            {
                _fields.Add(new(field, value));
            }
        }
    }

    /// <summary>The fields a typed record writes: those its JSON has. Leave <see langword="null"/> out of it (<c>WhenWritingNull</c>) unless it shall clear fields.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="type">Its JSON; see <see cref="SalesforceDateTimeConverter"/>.</param>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    public static RecordValues From<T>(T record, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(type);
        return From(JsonSerializer.SerializeToElement(record, type));
    }

    /// <summary>The fields of a JSON object; its <c>attributes</c> are left out.</summary>
    /// <param name="record">The object.</param>
    /// <exception cref="ArgumentException"><paramref name="record"/> is no object.</exception>
    public static RecordValues From(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A record is a JSON object, not {record.ValueKind}.", nameof(record));
        }

        var values = new RecordValues();
        foreach (var property in record.EnumerateObject().Where(static property => property.Name != "attributes"))
        {
            values[property.Name] = FieldValue.FromJson(property.Value);
        }

        return values;
    }

    /// <summary>Adds a field; for collection initializers.</summary>
    /// <param name="field">The API name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The field was added before.</exception>
    public void Add(string field, FieldValue value)
    {
        if (IndexOf(field) >= 0)
        {
            throw new ArgumentException($"The field {field} is set already.", nameof(field));
        }

        this[field] = value;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names of the fields; not their values.</summary>
    public override string ToString() => string.Join(", ", _fields.Select(static field => field.Key));

    /// <summary>Writes the object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sobject">The object's name for the attributes; <see langword="null"/> to leave them out.</param>
    /// <param name="without">A field to leave out, because it stands in the address; or <see langword="null"/>.</param>
    internal void WriteTo(Utf8JsonWriter writer, string? sobject, string? without = null)
    {
        writer.WriteStartObject();
        if (sobject is not null)
        {
            writer.WriteStartObject("attributes");
            writer.WriteString("type", sobject);
            writer.WriteEndObject();
        }

        foreach (var (name, value) in _fields)
        {
            if (!string.Equals(name, without, StringComparison.OrdinalIgnoreCase))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private int IndexOf(string field) => _fields.FindIndex(entry => string.Equals(entry.Key, field, StringComparison.OrdinalIgnoreCase));
}
