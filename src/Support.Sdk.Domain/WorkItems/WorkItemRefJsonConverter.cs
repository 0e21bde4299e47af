using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.WorkItems;

/// <summary>Writes a <see cref="WorkItemRef"/> as a JSON string. Public, so that contexts of the host application's own can hold types that have one.</summary>
public sealed class WorkItemRefJsonConverter : JsonConverter<WorkItemRef>
{
    /// <inheritdoc />
    public override WorkItemRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return WorkItemRef.Parse(reader.GetString() ?? "");
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, WorkItemRef value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
