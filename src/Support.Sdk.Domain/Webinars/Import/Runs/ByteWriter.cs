using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
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

    public void Digest(UInt128? digest)
    {
        if (digest is not { } value)
        {
            Number(0);
            return;
        }

        Number(16);
        BinaryPrimitives.WriteUInt128BigEndian(output.GetSpan(16), value);
        output.Advance(16);
    }

    public void Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Number(0);
            return;
        }

        Number((ulong)Encoding.UTF8.GetByteCount(text));
        _ = Encoding.UTF8.GetBytes(text, output);
    }

    public void Texts(ImmutableArray<string> texts)
    {
        Number(texts.IsDefault ? 0 : (ulong)texts.Length);
        foreach (var text in texts.AsSpan())
        {
            Text(text);
        }
    }
}
