using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Support.Sdk.Webinars;

// Text in JSON strings: out of them, and into them.
internal static class JsonText
{
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    // The escapes are well-formed: the scanner has seen them. False when half of a surrogate pair stands alone. The plain text is never longer.
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> plain, out int length)
    {
        length = 0;
        while (true)
        {
            var next = escaped.IndexOf((byte)'\\');
            var run = next < 0 ? escaped : escaped[..next];
            run.CopyTo(plain[length..]);
            length += run.Length;
            if (next < 0)
            {
                return true;
            }

            var letter = escaped[next + 1];
            escaped = escaped[(next + 2)..];
            if (letter != 'u')
            {
                plain[length++] = letter switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    _ => letter,
                };
                continue;
            }

            var unit = Unit(escaped);
            escaped = escaped[4..];
            if (!Rune.TryCreate(unit, out var rune))
            {
                if (!escaped.StartsWith("\\u"u8) || !Rune.TryCreate(unit, Unit(escaped[2..]), out rune))
                {
                    return false;
                }

                escaped = escaped[6..];
            }

            length += rune.EncodeToUtf8(plain[length..]);
        }
    }

    // Writes a text between quotation marks; six bytes for one are the most that it needs, and two. Only what must be escaped is.
    public static int Quote(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        target[length++] = (byte)'"';
        while (true)
        {
            var next = text.IndexOfAny(Escaped);
            var run = next < 0 ? text : text[..next];
            run.CopyTo(target[length..]);
            length += run.Length;
            if (next < 0)
            {
                target[length++] = (byte)'"';
                return length;
            }

            var letter = text[next];
            var code = Short(letter);
            target[length++] = (byte)'\\';
            target[length++] = code;
            if (code == 'u')
            {
                target[length++] = (byte)'0';
                target[length++] = (byte)'0';
                _ = Utf8Formatter.TryFormat(letter, target[length..], out var written, new StandardFormat('X', 2));
                length += written;
            }

            text = text[(next + 1)..];
        }
    }

    // The letter of an escape of two characters, or u.
    public static byte Short(byte letter) => letter switch
    {
        (byte)'\b' => (byte)'b',
        (byte)'\f' => (byte)'f',
        (byte)'\n' => (byte)'n',
        (byte)'\r' => (byte)'r',
        (byte)'\t' => (byte)'t',
        (byte)'"' or (byte)'\\' => letter,
        _ => (byte)'u',
    };

    private static char Unit(ReadOnlySpan<byte> digits)
    {
        _ = Utf8Parser.TryParse(digits[..4], out ushort unit, out _, 'X');
        return (char)unit;
    }
}
