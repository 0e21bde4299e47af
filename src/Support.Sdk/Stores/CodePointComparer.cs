namespace Support.Sdk.Stores;

/// <summary>Compares text by code points, as databases compare its UTF-8 bytes. <see cref="string.CompareOrdinal(string, string)"/> puts surrogates before U+E000 and so differs.</summary>
internal sealed class CodePointComparer : IComparer<string>
{
    public static readonly CodePointComparer Instance = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[common]).CompareTo(Rank(right[common]));
    }

    // A surrogate stands for a code point above U+FFFF: it goes behind the rest of the basic plane.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
