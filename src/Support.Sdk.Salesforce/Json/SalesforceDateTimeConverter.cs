using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce;

/// <summary>Reads and writes instants as Salesforce does; <see cref="System.Text.Json"/> itself refuses an offset without a colon.</summary>
/// <remarks>For the contexts of your own record types: <c>[JsonSourceGenerationOptions(Converters = [typeof(SalesforceDateTimeConverter)])]</c>. Thread-safe.</remarks>
public sealed class SalesforceDateTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">The value is not an instant.</exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && SalesforceDateTime.TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("The value is not an instant such as 2013-04-04T20:52:22.000+0000.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(SalesforceDateTime.Format(value));
    }
}
