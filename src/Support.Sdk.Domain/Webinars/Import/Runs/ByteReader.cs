using System.Text;

namespace Support.Sdk.Webinars;

// Reads what a ByteWriter wrote.
internal ref struct ByteReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }

            if (shift > 56)
            {
                throw new FormatException("A number has more than 64 bits.");
            }
        }
    }

    public ReadOnlySpan<byte> Bytes() => Take((int)Number());

    public string Text() => Encoding.UTF8.GetString(Bytes());

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_rest.Length)
        {
            throw new FormatException("The content ends too early.");
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
