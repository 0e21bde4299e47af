using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Answers written straight to UTF-8: pages of thousands of records.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EmulatorResponse Write(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            write(json);
        }

        return new EmulatorResponse(status) { Body = buffer.WrittenSpan.ToArray(), ContentType = "application/json;charset=UTF-8" };
    }
}
