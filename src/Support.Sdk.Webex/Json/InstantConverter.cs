using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex;

/// <summary>
/// Times in the vendor's mixed styles. Without an offset they are UTC; the epoch stands for "unknown" (fact sheet, section 1.2), and what is no time is treated alike.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset?>
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(WireText.Read(ref reader), CultureInfo.InvariantCulture, Utc, out var instant) && instant != DateTimeOffset.UnixEpoch
            ? instant
            : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } instant)
        {
            writer.WriteStringValue(instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
