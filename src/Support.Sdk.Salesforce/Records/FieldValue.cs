using System.Globalization;
using System.Text.Json;

namespace Support.Sdk.Salesforce.Records;

/// <summary>The value of a field to be written: nothing (the field is left alone), null (it is cleared), or a value.</summary>
/// <remarks>
/// Immutable and thread-safe. Made from texts, numbers, booleans, dates and instants by conversion: <c>["Email"] = "ada@example.com"</c>. A <see langword="null"/> text
/// clears the field; <see langword="default"/> leaves it alone. Several values of a multi-select picklist are one text joined by semicolons.
/// </remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly FieldValueKind _kind;
    private readonly string? _text;
    private readonly JsonElement _json;

    private FieldValue(FieldValueKind kind, string? text, JsonElement json = default)
    {
        _kind = kind;
        _text = text;
        _json = json;
    }

    /// <summary>Clears the field.</summary>
    public static FieldValue Null { get; } = new(FieldValueKind.Null, null);

    /// <summary>Whether the field is to be written at all.</summary>
    public bool IsGiven => _kind != FieldValueKind.NotGiven;

    /// <summary>Whether the field is to be cleared.</summary>
    public bool IsNull => _kind == FieldValueKind.Null;

    /// <summary>The value as text, as it stands in a CSV; <see langword="null"/> when there is none.</summary>
    public string? Text => _kind == FieldValueKind.Json ? _json.ToString() : _text;

    /// <summary>A value as it stands in JSON; an object refers to a record by an external id: <c>{"Ext__c":"42"}</c>.</summary>
    /// <param name="json">The value; JSON null clears the field.</param>
    public static FieldValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => default,
        JsonValueKind.Null => Null,
        JsonValueKind.String => new(FieldValueKind.Text, json.GetString()),
        _ => new(FieldValueKind.Json, null, json.Clone()),
    };

    /// <summary>A text; <see langword="null"/> clears the field.</summary>
    public static implicit operator FieldValue(string? value) => value is null ? Null : new(FieldValueKind.Text, value);

    /// <summary>Yes or no.</summary>
    public static implicit operator FieldValue(bool value) => new(FieldValueKind.Literal, value ? "true" : "false");

    /// <summary>A whole number.</summary>
    public static implicit operator FieldValue(long value) => new(FieldValueKind.Literal, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number or an amount of money.</summary>
    public static implicit operator FieldValue(decimal value) => new(FieldValueKind.Literal, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An instant, written in UTC to the millisecond.</summary>
    public static implicit operator FieldValue(DateTimeOffset value) => new(FieldValueKind.Text, SalesforceDateTime.Format(value));

    /// <summary>A calendar date.</summary>
    public static implicit operator FieldValue(DateOnly value) => new(FieldValueKind.Text, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The id of a record.</summary>
    public static implicit operator FieldValue(RecordId value) => new(FieldValueKind.Text, value.Value);

    /// <inheritdoc />
    public bool Equals(FieldValue other) => _kind == other._kind && Text == other.Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_kind, Text);

    /// <summary>Whether the field is left alone, cleared or set; not its value.</summary>
    public override string ToString() => _kind switch
    {
        FieldValueKind.NotGiven => "unchanged",
        FieldValueKind.Null => "cleared",
        _ => "set",
    };

    /// <summary>Whether both write the same.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether they write different things.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_kind)
        {
            case FieldValueKind.Text:
                writer.WriteStringValue(_text);
                break;
            case FieldValueKind.Literal:
                writer.WriteRawValue(_text!);
                break;
            case FieldValueKind.Json:
                _json.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
