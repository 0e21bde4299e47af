using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.WorkItems;

/// <summary>Writes a <see cref="WorkItemStatus"/> as a JSON string. Public, so that contexts of the host application's own can hold types that have one.</summary>
public sealed class WorkItemStatusJsonConverter : JsonConverter<WorkItemStatus>
{
    /// <inheritdoc />
    public override WorkItemStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } value ? new(value) : default;

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, WorkItemStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
