using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>JSON read and written by hand, where no type describes it.</summary>
internal static class JsonParts
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>A body of known length that can be sent again.</summary>
    public static HttpContent Content(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>A text, number or boolean as text; <see langword="null"/> for everything else and for what is not there.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? value.ToString()
            : null;

    /// <summary>The items of a list; none for everything else and for what is not there.</summary>
    public static IEnumerable<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
