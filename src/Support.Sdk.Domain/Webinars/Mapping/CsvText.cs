using System.Buffers;

namespace Support.Sdk.Webinars;

// Text in CSV (RFC 4180). Values stay as they are, also those that a spreadsheet would take for a formula: this is data for an import, and a changed value would
// be imported.
internal static class CsvText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    public static bool NeedsQuotes(ReadOnlySpan<byte> text) => text[0] is (byte)' ' or (byte)'\t' || text[^1] is (byte)' ' or (byte)'\t' || text.ContainsAny(Special);

    // Twice the text and two bytes are the most that it needs.
    public static int Write(ReadOnlySpan<byte> text, Span<byte> target)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (!NeedsQuotes(text))
        {
            text.CopyTo(target);
            return text.Length;
        }

        var length = 0;
        target[length++] = (byte)'"';
        foreach (var letter in text)
        {
            target[length++] = letter;
            if (letter == '"')
            {
                target[length++] = letter;
            }
        }

        target[length++] = (byte)'"';
        return length;
    }
}
