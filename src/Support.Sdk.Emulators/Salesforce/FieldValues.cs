using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Values on their way in: checked against the field, and brought to the one text the store keeps.</summary>
internal static partial class FieldValues
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:sszz00", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzz00",
    ];

    public static string FormatInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    public static bool TryInstant(string text, out DateTimeOffset instant)
    {
        // 2026-01-01T00:00:00.000+0000: the vendor's own form, which .NET reads with a colon only.
        if (text.Length > 5 && text[^5] is '+' or '-' && text[^3] != ':')
        {
            text = text.Insert(text.Length - 2, ":");
        }

        return DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    public static string? FromJson(FieldSchema field, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return field.Kind == FieldKind.Boolean ? throw Unreadable(field, "VALUE_NULL", "null") : null;
            case JsonValueKind.String:
                return FromText(field, value.GetString()!, bulk: false);
            case JsonValueKind.True or JsonValueKind.False when field.Kind == FieldKind.Boolean:
                return value.GetRawText();
            case JsonValueKind.Number when field.Kind is FieldKind.Integer or FieldKind.Number:
                return FromText(field, value.GetRawText(), bulk: false);
            default:
                throw Unreadable(field, value.ValueKind switch
                {
                    JsonValueKind.Object => "START_OBJECT",
                    JsonValueKind.Array => "START_ARRAY",
                    JsonValueKind.Number => "VALUE_NUMBER_INT",
                    _ => "VALUE_" + value.ValueKind.ToString().ToUpperInvariant(),
                }, value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? "" : value.GetRawText());
        }
    }

    /// <summary>A value given as text, in JSON or in a cell; text without content is null.</summary>
    public static string? FromText(FieldSchema field, string text, bool bulk)
    {
        var value = text.Trim();
        if (value.Length == 0)
        {
            return field.Kind == FieldKind.Boolean ? throw Unreadable(field, "VALUE_STRING", text, bulk) : null;
        }

        return field.Kind switch
        {
            FieldKind.Boolean when value.Equals("true", StringComparison.OrdinalIgnoreCase) || (bulk && value == "1") => "true",
            FieldKind.Boolean when value.Equals("false", StringComparison.OrdinalIgnoreCase) || (bulk && value == "0") => "false",
            FieldKind.Integer when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => InRange(field, number, value).ToString("0", CultureInfo.InvariantCulture),
            FieldKind.Number when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Decimal(InRange(field, number, value)),
            FieldKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => value,
            FieldKind.Instant when TryInstant(value, out var instant) => FormatInstant(instant),
            FieldKind.Id => Reference(field, value),
            FieldKind.Email => Email(field, value),
            FieldKind.Text => Text(field, value),
            _ => throw Unreadable(field, "VALUE_STRING", text, bulk),
        };
    }

    /// <summary>Code and sentence as in SFDO-Community/declarative-lookup-rollup-summaries#713. Digits behind the point are kept, for no source tells what becomes of them.</summary>
    private static decimal InRange(FieldSchema field, decimal number, string text) => Math.Abs(number) < (field.Bound ?? decimal.MaxValue)
        ? number
        : throw new RecordException("NUMBER_OUTSIDE_VALID_RANGE", $"{field.Label}: value outside of valid range on numeric field: {text}", field.Name);

    private static string Decimal(decimal number) => number.ToString("0.0#################", CultureInfo.InvariantCulture);

    private static string Reference(FieldSchema field, string value) =>
        SalesforceId.Normalize(value) ?? throw new RecordException("MALFORMED_ID", $"{field.Label}: id value of incorrect type: {value}", field.Name);

    private static string Email(FieldSchema field, string value) =>
        value.Length > field.Length ? throw TooLong(field, value)
        : EmailSyntax().IsMatch(value) ? value
        : throw new RecordException("INVALID_EMAIL_ADDRESS", $"{field.Label}: invalid email address: {value}", field.Name);

    private static string Text(FieldSchema field, string value)
    {
        if (field.Choices is { } choices && value.Split(field.Type == "multipicklist" ? ';' : '\0').Any(one => !choices.Contains(one)))
        {
            throw new RecordException("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {value}", field.Name);
        }

        return field.Length > 0 && value.Length > field.Length ? throw TooLong(field, value) : value;
    }

    private static RecordException TooLong(FieldSchema field, string value) =>
        new("STRING_TOO_LONG", $"{field.Label}: data value too large: {value} (max length={field.Length})", field.Name);

    private static RecordException Unreadable(FieldSchema field, string token, string value, bool bulk = false) => bulk
        ? new RecordException("INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Label}: value not of required type: {value}", field.Name)
        : new RecordException(new RecordError(
            "JSON_PARSER_ERROR", $"Cannot deserialize instance of {field.Type} from {token} value {value} or request may be missing a required field", null));

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*@[A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailSyntax();
}
