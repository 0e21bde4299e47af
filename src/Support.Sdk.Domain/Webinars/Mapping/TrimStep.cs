using System.Text;

namespace Support.Sdk.Webinars;

internal sealed class TrimStep : ValueStep
{
    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        value = Trimmed(row, value);
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        value = value.Trim();
        return null;
    }

    public static Slice Trimmed(RowBuffer row, Slice value)
    {
        var text = row[value];
        var start = 0;
        while (start < text.Length && SpaceAtStart(text[start..]) is var space and > 0)
        {
            start += space;
        }

        var end = text.Length;
        while (end > start && SpaceAtEnd(text[start..end]) is var space and > 0)
        {
            end -= space;
        }

        return new(value.Offset + start, end - start);
    }

    // The bytes of the white space character at the start, or 0.
    public static int SpaceAtStart(ReadOnlySpan<byte> text)
    {
        if (text[0] < 0x80)
        {
            return char.IsWhiteSpace((char)text[0]) ? 1 : 0;
        }

        _ = Rune.DecodeFromUtf8(text, out var rune, out var length);
        return Rune.IsWhiteSpace(rune) ? length : 0;
    }

    // The bytes of the white space character at the end, or 0.
    public static int SpaceAtEnd(ReadOnlySpan<byte> text)
    {
        if (text[^1] < 0x80)
        {
            return char.IsWhiteSpace((char)text[^1]) ? 1 : 0;
        }

        _ = Rune.DecodeLastFromUtf8(text, out var rune, out var length);
        return Rune.IsWhiteSpace(rune) ? length : 0;
    }
}
