namespace Support.Sdk.Webinars;

internal sealed class SplitNameStep(NamePart part) : ValueStep
{
    private readonly NamePart _part = part;

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        var whole = TrimStep.Trimmed(row, value);
        var text = row[whole];
        var comma = text.IndexOf((byte)',');
        Slice first, last;
        if (comma >= 0)
        {
            last = TrimStep.Trimmed(row, new(whole.Offset, comma));
            first = TrimStep.Trimmed(row, new(whole.Offset + comma + 1, whole.Length - comma - 1));
        }
        else
        {
            var start = LastWord(text);
            last = new(whole.Offset + start, whole.Length - start);
            first = TrimStep.Trimmed(row, new(whole.Offset, start));
        }

        value = _part == NamePart.First ? (last.IsEmpty ? default : first) : (last.IsEmpty ? first : last);
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        var whole = value.Trim();
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        string first, last;
        if (comma >= 0)
        {
            last = whole[..comma].Trim();
            first = whole[(comma + 1)..].Trim();
        }
        else
        {
            var start = whole.Length;
            while (start > 0 && !char.IsWhiteSpace(whole[start - 1]))
            {
                start--;
            }

            last = whole[start..];
            first = whole[..start].Trim();
        }

        // What is the only part of a name is the last name.
        value = _part == NamePart.First ? (last.Length == 0 ? "" : first) : (last.Length == 0 ? first : last);
        return null;
    }

    private static int LastWord(ReadOnlySpan<byte> text)
    {
        var start = text.Length;
        while (start > 0 && TrimStep.SpaceAtEnd(text[..start]) == 0)
        {
            // Bytes in the middle of a character are no white space either; they are skipped together with its first.
            do
            {
                start--;
            }
            while (start > 0 && (text[start] & 0xC0) == 0x80);
        }

        return start;
    }
}
