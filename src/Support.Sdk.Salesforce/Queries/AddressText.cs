using System.Buffers;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>How long texts get in an address: counted, so that splitting a long list makes no text only to measure it.</summary>
internal static class AddressText
{
    private static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>The length of what <see cref="Uri.EscapeDataString(string)"/> makes of a text: three characters for each byte of UTF-8 that is not unreserved.</summary>
    public static int EncodedLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                length += 4 * 3;
                i++;
                continue;
            }

            // A lone half becomes U+FFFD, of three bytes as well.
            length += c switch
            {
                < '\u0080' => Unreserved.Contains(c) ? 1 : 3,
                < '\u0800' => 2 * 3,
                _ => 3 * 3,
            };
        }

        return length;
    }
}
