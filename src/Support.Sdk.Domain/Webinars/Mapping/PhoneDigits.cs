namespace Support.Sdk.Webinars;

// Phone numbers as people type them, to E.164.
internal static class PhoneDigits
{
    // E.164 has 15 digits at most; a sign in front, and room to see that there are too many.
    public const int MaximumLength = 16;

    private const int Room = 32;

    public static bool TryFormat(ReadOnlySpan<byte> text, ReadOnlySpan<byte> callingCode, ReadOnlySpan<byte> trunkPrefix, Span<byte> target, out int length)
    {
        length = 0;
        Span<byte> digits = stackalloc byte[Room];
        var count = 0;
        var isInternational = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsAsciiDigit((char)letter))
            {
                if (count == Room)
                {
                    return false;
                }

                digits[count++] = letter;
            }
            else if (letter == '+')
            {
                if (count > 0 || isInternational)
                {
                    return false;
                }

                isInternational = true;
            }
            else if (letter == '(' && count > 0 && !trunkPrefix.IsEmpty && text[(i + 1)..].StartsWith(trunkPrefix)
                && text[(i + 1 + trunkPrefix.Length)..] is [(byte)')', ..] && (isInternational || digits[..count].StartsWith("00"u8)))
            {
                i += trunkPrefix.Length + 1;
            }
            else if (SeparatorLength(text[i..]) is var skip and > 0)
            {
                i += skip - 1;
            }
            else
            {
                return false;
            }
        }

        ReadOnlySpan<byte> rest = digits[..count];
        if (!isInternational && rest.StartsWith("00"u8))
        {
            isInternational = true;
            rest = rest[2..];
        }

        if (!isInternational)
        {
            if (callingCode.IsEmpty)
            {
                return false;
            }

            rest = !trunkPrefix.IsEmpty && rest.StartsWith(trunkPrefix) ? rest[trunkPrefix.Length..] : rest;
        }
        else
        {
            callingCode = [];
        }

        var total = callingCode.Length + rest.Length;
        if (total is < 8 or > 15 || (callingCode.IsEmpty ? rest[0] : callingCode[0]) == '0')
        {
            return false;
        }

        target[0] = (byte)'+';
        callingCode.CopyTo(target[1..]);
        rest.CopyTo(target[(1 + callingCode.Length)..]);
        length = 1 + total;
        return true;
    }

    // Space, no-break space (U+00A0), narrow no-break space (U+202F), and signs between groups.
    private static int SeparatorLength(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)' ' or (byte)'\t' or (byte)'.' or (byte)'-' or (byte)'/' or (byte)'(' or (byte)')', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0xAF, ..] => 3,
        _ => 0,
    };
}
