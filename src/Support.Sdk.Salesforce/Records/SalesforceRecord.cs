using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Records;

/// <summary>A record as Salesforce gave it, whatever its fields are.</summary>
/// <remarks>
/// Immutable and thread-safe. Names are API names; upper and lower case are the same. A path through parents is joined by dots (<c>Account.Name</c>); below a parent that is
/// null everything is null. Asking for a field that was not queried throws <see cref="KeyNotFoundException"/>: a typing error must not look like an empty field.
/// </remarks>
[JsonConverter(typeof(SalesforceRecordConverter))]
public sealed class SalesforceRecord
{
    /// <summary>Wraps a record.</summary>
    /// <param name="json">The object; it must outlive the record (see <see cref="JsonElement.Clone"/>).</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no object.</exception>
    public SalesforceRecord(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A record is a JSON object, not {json.ValueKind}.", nameof(json));
        }

        Json = json;
    }

    /// <summary>Everything, as it came.</summary>
    public JsonElement Json { get; }

    /// <summary>The object's name, such as <c>Contact</c>; <see langword="null"/> when the record does not say.</summary>
    public string? Type => Json.TryGetProperty("attributes", out var attributes) ? JsonParts.Text(attributes, "type") : null;

    /// <summary>The id; <see langword="null"/> when it was not queried.</summary>
    public string? Id => TryGet("Id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <summary>The names of the fields, without <c>attributes</c>.</summary>
    public IEnumerable<string> Fields => Json.EnumerateObject().Select(static property => property.Name).Where(static name => name != "attributes");

    /// <summary>Looks for a field.</summary>
    /// <param name="path">The field, or the path to it.</param>
    /// <param name="value">Its value; JSON null when it, or a parent on the way, is null.</param>
    /// <returns>Whether the record has the field, or a parent on the way is null.</returns>
    public bool TryGet(string path, out JsonElement value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        value = Json;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            if (value.ValueKind != JsonValueKind.Object || !TryGetProperty(value, name, out value))
            {
                value = default;
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a field as text, numbers and booleans as they stand in JSON; <see langword="null"/> when it is null.</summary>
    /// <param name="path">The field, or the path to it.</param>
    /// <exception cref="KeyNotFoundException">The record has no such field.</exception>
    /// <exception cref="FormatException">The value is a record or a list.</exception>
    public string? GetString(string path)
    {
        var value = Get(path);
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object or JsonValueKind.Array => throw Wrong(path, "a text"),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.ToString(),
        };
    }

    /// <summary>The value of a number field; <see langword="null"/> when it is null.</summary>
    /// <inheritdoc cref="GetString" path="/param" />
    /// <exception cref="KeyNotFoundException">The record has no such field.</exception>
    /// <exception cref="FormatException">The value is no number.</exception>
    public decimal? GetDecimal(string path)
    {
        var value = Get(path);
        return value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number
            : throw Wrong(path, "a number");
    }

    /// <summary>The value of a checkbox; <see langword="null"/> when a parent on the way is null.</summary>
    /// <inheritdoc cref="GetString" path="/param" />
    /// <exception cref="KeyNotFoundException">The record has no such field.</exception>
    /// <exception cref="FormatException">The value is no boolean.</exception>
    public bool? GetBoolean(string path) => Get(path).ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(path, "a boolean"),
    };

    /// <summary>The value of a date-and-time field; <see langword="null"/> when it is null.</summary>
    /// <inheritdoc cref="GetString" path="/param" />
    /// <exception cref="KeyNotFoundException">The record has no such field.</exception>
    /// <exception cref="FormatException">The value is no instant.</exception>
    public DateTimeOffset? GetDateTimeOffset(string path)
    {
        var text = GetString(path);
        return text is null ? null : SalesforceDateTime.TryParse(text, out var instant) ? instant : throw Wrong(path, "an instant");
    }

    /// <summary>The value of a date field; <see langword="null"/> when it is null.</summary>
    /// <inheritdoc cref="GetString" path="/param" />
    /// <exception cref="KeyNotFoundException">The record has no such field.</exception>
    /// <exception cref="FormatException">The value is no date.</exception>
    public DateOnly? GetDate(string path)
    {
        var text = GetString(path);
        return text is null ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Wrong(path, "a date");
    }

    /// <summary>The parent a relationship leads to; <see langword="null"/> when there is none.</summary>
    /// <param name="path">The relationship, such as <c>Account</c> or <c>Parent__r</c>.</param>
    /// <exception cref="KeyNotFoundException">The relationship was not queried.</exception>
    /// <exception cref="FormatException">The value is no record.</exception>
    public SalesforceRecord? GetParent(string path)
    {
        var value = Get(path);
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => new(value),
            _ => throw Wrong(path, "a record"),
        };
    }

    /// <summary>The children of a subquery; none when it is null, as Salesforce writes an empty one.</summary>
    /// <param name="relationship">The relationship, such as <c>Contacts</c> or <c>Visits__r</c>.</param>
    /// <exception cref="KeyNotFoundException">The relationship was not queried.</exception>
    /// <exception cref="FormatException">The value is no answer of a subquery.</exception>
    public ChildRecords GetChildren(string relationship)
    {
        var value = Get(relationship);
        if (value.ValueKind == JsonValueKind.Null)
        {
            return new([], 0, null);
        }

        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(relationship, "the answer of a subquery");
        }

        // Without the address of the others these would be taken for all.
        var next = JsonParts.Text(value, "nextRecordsUrl");
        if (next is null && value.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.False)
        {
            throw Wrong(relationship, "the complete answer of a subquery");
        }

        SalesforceRecord[] children = [.. records.EnumerateArray().Select(static child => new SalesforceRecord(child))];
        var total = value.TryGetProperty("totalSize", out var size) && size.TryGetInt32(out var count) ? count : children.Length;
        return new(children, total, next);
    }

    /// <summary>The record as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">Its JSON; see <see cref="SalesforceDateTimeConverter"/>.</param>
    /// <exception cref="JsonException">The record does not fit the type.</exception>
    public T? As<T>(System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => Json.Deserialize(type);

    /// <summary>Object and id; no values.</summary>
    public override string ToString() => $"{Type ?? "record"} {Id}".TrimEnd();

    private static bool TryGetProperty(JsonElement parent, string name, out JsonElement value)
    {
        if (parent.TryGetProperty(name, out value))
        {
            return true;
        }

        foreach (var property in parent.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = property.Value;
                return true;
            }
        }

        return false;
    }

    private JsonElement Get(string path) => TryGet(path, out var value)
        ? value
        : throw new KeyNotFoundException($"The {Type ?? "record"} has no '{path}'. Name it in SELECT (or in the fields to read); fields hidden from the user are missing as well.");

    private FormatException Wrong(string path, string expected) => new($"'{path}' of the {Type ?? "record"} is not {expected}.");
}
