using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>
/// The mapping as one would write it for this one object: typed values, the lengths and the address checked, cells written straight into the buffer without
/// strings in between where that is easy.
/// </summary>
internal static class HandWrittenCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["United States"] = "US",
        ["Germany"] = "DE",
        ["Allemagne"] = "DE",
        ["France"] = "FR",
        ["Côte d’Ivoire"] = "CI",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the registrant was written; one with a value that does not fit is not.</summary>
    public static bool TryWrite(IRegistrant registrant, IBufferWriter<byte> output)
    {
        var email = registrant.Email?.Trim().ToLowerInvariant();
        var country = registrant.CountryRegion is { } name && Countries.TryGetValue(name.Trim(), out var code) ? code : null;
        var phone = ToE164(registrant.WorkPhone);
        if (!IsEmail(email) || email!.Length > 80 || !Fits(registrant.FirstName, 40) || string.IsNullOrWhiteSpace(registrant.LastName) || registrant.LastName.Length > 80
            || string.IsNullOrWhiteSpace(registrant.CompanyName) || registrant.CompanyName.Length > 255 || !Fits(registrant.JobTitle, 128) || !Fits(registrant.Address1, 255)
            || !Fits(registrant.City, 40) || !Fits(registrant.State, 80) || country is null || phone is null)
        {
            return false;
        }

        Cell(email, output, ',');
        Cell(registrant.FirstName, output, ',');
        Cell(registrant.LastName, output, ',');
        Cell(registrant.CompanyName, output, ',');
        Cell(registrant.JobTitle, output, ',');
        Cell(phone, output, ',');
        Cell(registrant.Address1, output, ',');
        Cell(registrant.City, output, ',');
        Cell(registrant.State, output, ',');
        Cell(registrant.ZipCode?.ToString(CultureInfo.InvariantCulture), output, ',');
        Cell(country, output, ',');
        Cell("Webinar", output, ',');
        Cell(registrant.RegistrationTime?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), output, '\n');
        return true;
    }

    private static bool Fits(string? value, int maximum) => value is null || value.Length <= maximum;

    internal static bool IsEmail(string? value)
    {
        var at = value?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at > 0 && value!.IndexOf('@', at + 1) < 0 && value.IndexOf('.', at) > at + 1 && value[^1] != '.' && value.AsSpan().IndexOfAny(" \t\r\n,;<>") < 0;
    }

    internal static string? ToE164(string? value)
    {
        if (value is null)
        {
            return null;
        }

        Span<char> digits = stackalloc char[24];
        digits[0] = '+';
        var count = 1;
        foreach (var letter in value)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (count > 16)
                {
                    return null;
                }

                digits[count++] = letter;
            }
            else if (letter is not (' ' or '.' or '-' or '/' or '(' or ')' or '+'))
            {
                return null;
            }
        }

        if (value[0] == '+')
        {
            return count is < 9 or > 16 ? null : new string(digits[..count]);
        }

        var national = digits[1] == '0' ? digits[2..count] : digits[1..count];
        return national.Length is < 6 or > 13 ? null : string.Concat("+33", national);
    }

    private static void Cell(string? value, IBufferWriter<byte> output, char end)
    {
        var text = value ?? "";
        var target = output.GetSpan((text.Length * 6) + 3);
        var length = 0;
        if (text.Length > 0 && (text.AsSpan().ContainsAny(Special) || text[0] is ' ' or '\t' || text[^1] is ' ' or '\t'))
        {
            target[length++] = (byte)'"';
            length += Encoding.UTF8.GetBytes(text.Replace("\"", "\"\"", StringComparison.Ordinal), target[length..]);
            target[length++] = (byte)'"';
        }
        else
        {
            length += Encoding.UTF8.GetBytes(text, target[length..]);
        }

        target[length++] = (byte)end;
        output.Advance(length);
    }
}
