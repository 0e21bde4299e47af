using System.Buffers;
using System.Text;

namespace Support.Sdk.Webinars;

internal sealed class CaseStep(LetterCase to) : ValueStep
{
    private static readonly SearchValues<byte> NotLower = SearchValues.Create([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);
    private static readonly SearchValues<byte> NotUpper = SearchValues.Create([.. "abcdefghijklmnopqrstuvwxyz"u8, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private readonly LetterCase _to = to;

    public override RowIssueKind? Apply(RowBuffer row, ref Slice value)
    {
        value = Changed(row, value, _to);
        return null;
    }

    public override RowIssueKind? Apply(ref string value)
    {
        value = _to == LetterCase.Lower ? value.ToLowerInvariant() : value.ToUpperInvariant();
        return null;
    }

    public static Slice Changed(RowBuffer row, Slice value, LetterCase to)
    {
        var text = row[value];
        if (!text.ContainsAny(to == LetterCase.Lower ? NotLower : NotUpper))
        {
            return value;
        }

        // The other case of a character of two bytes can have three.
        var target = row.Reserve((text.Length * 2) + 4);
        if (Ascii.IsValid(text))
        {
            _ = to == LetterCase.Lower ? Ascii.ToLower(text, target, out var count) : Ascii.ToUpper(text, target, out count);
            return row.Commit(count);
        }

        var length = 0;
        while (!text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(text, out var rune, out var taken);
            text = text[taken..];
            length += (to == LetterCase.Lower ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune)).EncodeToUtf8(target[length..]);
        }

        return row.Commit(length);
    }
}
