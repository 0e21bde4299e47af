using System.Buffers;
using System.Globalization;
using System.Text;

namespace Support.Sdk.PostgreSql;

/// <summary>Carries every .NET string through a PostgreSQL <c>text</c>, which can hold neither U+0000 nor half a surrogate pair.</summary>
/// <remarks>
/// Those, and the escape character itself, become U+001A and four hexadecimal digits. Texts without them, nearly all, are stored and read as they are, so that the
/// tables stay legible in psql.
/// </remarks>
internal static class PortableText
{
    private const char Escape = '\u001a';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0xd800, 0x800).Select(code => (char)code), '\0', Escape]);

    public static string Encode(string text)
    {
        var next = text.AsSpan().IndexOfAny(Suspects);
        if (next < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 8).Append(text, 0, next);
        while (next < text.Length)
        {
            if (Rune.TryGetRuneAt(text, next, out var rune) && rune.Value is not 0 and not Escape)
            {
                encoded.Append(text, next, rune.Utf16SequenceLength);
                next += rune.Utf16SequenceLength;
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"{Escape}{(int)text[next]:x4}");
                next++;
            }
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        var next = text.IndexOf(Escape, StringComparison.Ordinal);
        if (next < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var start = 0;
        while (next >= 0)
        {
            decoded.Append(text, start, next - start).Append((char)ushort.Parse(text.AsSpan(next + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            start = next + 5;
            next = text.IndexOf(Escape, start);
        }

        return decoded.Append(text, start, text.Length - start).ToString();
    }
}
