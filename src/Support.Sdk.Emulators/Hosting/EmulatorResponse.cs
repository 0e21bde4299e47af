using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Hosting;

/// <summary>An answer before it is sent; faults may still spoil it.</summary>
internal sealed class EmulatorResponse(int status)
{
    // The vendors send UTF-8 as it is, not as \u escapes.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; } = status;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public byte[] Body { get; set; } = [];

    public string? ContentType { get; set; }

    public static EmulatorResponse Json(int status, JsonNode body, string contentType = "application/json;charset=UTF-8") =>
        new(status) { Body = Serialize(body), ContentType = contentType };

    public static EmulatorResponse Text(int status, string body, string contentType = "text/plain;charset=UTF-8") =>
        Bytes(status, Encoding.UTF8.GetBytes(body), contentType);

    public static EmulatorResponse Bytes(int status, byte[] body, string contentType) => new(status) { Body = body, ContentType = contentType };

    public static EmulatorResponse Empty(int status) => new(status);

    public static EmulatorResponse Redirect(string location) => new EmulatorResponse(302).With("Location", location);

    public static byte[] Serialize(JsonNode body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            body.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    public EmulatorResponse With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
