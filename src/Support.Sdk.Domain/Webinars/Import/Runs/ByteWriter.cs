using System.Buffers;
using System.Text;

namespace Support.Sdk.Webinars;

// Numbers and texts one behind the other: what a process leaves to the one that goes on where it stopped.
internal sealed class ByteWriter(IBufferWriter<byte> output)
{
    public void Number(ulong value)
    {
        var target = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        output.Advance(length);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number((ulong)bytes.Length);
        output.Write(bytes);
    }

    public void Text(string text)
    {
        Number((ulong)Encoding.UTF8.GetByteCount(text));
        _ = Encoding.UTF8.GetBytes(text, output);
    }
}
