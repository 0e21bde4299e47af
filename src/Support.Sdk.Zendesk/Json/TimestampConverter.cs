using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk;

/// <summary>Writes instants as Zendesk does (<c>2026-01-02T03:04:05Z</c>): a stamp must come back exactly as it was read.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));
}
