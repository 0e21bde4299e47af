using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Support.Sdk.Salesforce.Composite;

/// <summary>The body of a Collections call around records that are JSON already: each gets its <c>attributes</c> in front, and is not parsed.</summary>
internal static class CollectionBody
{
    public static HttpContent Of(string sobject, int count, Action<int, IBufferWriter<byte>> write, bool allOrNone)
    {
        var attributes = (byte[])[.. "{\"attributes\":{\"type\":\""u8, .. JsonEncodedText.Encode(sobject).EncodedUtf8Bytes, .. "\"}"u8];
        var record = new ArrayBufferWriter<byte>(1024);
        var body = new ArrayBufferWriter<byte>(count * 256);
        body.Write(allOrNone ? "{\"allOrNone\":true,\"records\":["u8 : "{\"allOrNone\":false,\"records\":["u8);
        for (var i = 0; i < count; i++)
        {
            record.ResetWrittenCount();
            write(i, record);
            var json = record.WrittenSpan;
            if (json is not [(byte)'{', .., (byte)'}'])
            {
                throw new ArgumentException($"Record {i} is no JSON object without white space around it.", nameof(write));
            }

            body.Write(i > 0 ? ","u8 : []);
            body.Write(attributes);
            body.Write(json.Length > 2 ? ","u8 : []);
            body.Write(json[1..]);
        }

        body.Write("]}"u8);

        // Memory of known length can be sent again when a session has ended.
        return new ReadOnlyMemoryContent(body.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
    }
}
