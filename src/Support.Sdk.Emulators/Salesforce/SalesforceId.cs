namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Record ids: a key prefix, a number in base 62, and in the long form three characters that tell the case of the others.</summary>
internal static class SalesforceId
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>Stands between prefix and number: the instance, as recorded ids have it.</summary>
    private const string Instance = "5e0";

    public static string Format(string keyPrefix, long number)
    {
        Span<char> id = stackalloc char[18];
        keyPrefix.CopyTo(id);
        Instance.CopyTo(id[3..]);
        for (var i = 14; i >= 6; i--)
        {
            id[i] = Digits[(int)(number % 62)];
            number /= 62;
        }

        WriteChecks(id);
        return new string(id);
    }

    /// <summary>The long form of either form, or <see langword="null"/> when the text is no id.</summary>
    public static string? Normalize(ReadOnlySpan<char> text)
    {
        if (text.Length is not (15 or 18))
        {
            return null;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return null;
            }
        }

        Span<char> id = stackalloc char[18];
        text[..15].CopyTo(id);
        WriteChecks(id);
        return text.Length == 15 || text[15..].Equals(id[15..], StringComparison.OrdinalIgnoreCase) ? new string(id) : null;
    }

    /// <summary>The number within an id of this org; -1 for ids of other orgs.</summary>
    public static long Number(ReadOnlySpan<char> id)
    {
        if (!id[3..6].SequenceEqual(Instance))
        {
            return -1;
        }

        long number = 0;
        foreach (var character in id[6..15])
        {
            number = (number * 62) + Digits.IndexOf(character, StringComparison.Ordinal);
        }

        return number;
    }

    private static void WriteChecks(Span<char> id)
    {
        for (var block = 0; block < 3; block++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                bits |= char.IsAsciiLetterUpper(id[(block * 5) + i]) ? 1 << i : 0;
            }

            id[15 + block] = Checks[bits];
        }
    }
}
