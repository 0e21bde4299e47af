using System.Buffers;
using System.Globalization;
using System.Text;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>The literals of SOQL (fact sheet 7).</summary>
internal static class SoqlLiteral
{
    public const string Null = "null";

    private static readonly SearchValues<char> NeverPlain = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (char)code), '\u007f', '\\', '\'']);
    private static readonly SearchValues<char> NotPlainInPattern = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (char)code), '\u007f', '\\', '\'', '%', '_']);
    private static readonly SearchValues<char> Unknown =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (char)code).Except(['\n', '\r', '\t']), '\u007f']);

    /// <summary>Whether there is a literal of a text: not of one with a control character.</summary>
    public static bool Has(string value) => !value.AsSpan().ContainsAny(Unknown);

    public static string Of(bool? value) => value switch
    {
        null => Null,
        true => "TRUE",
        _ => "FALSE",
    };

    public static string Of(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Null;

    public static string Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Null;

    public static string Of(DateTimeOffset? value) => value is { } instant ? SalesforceDateTime.Format(instant) : Null;

    public static string Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Null;

    /// <summary>In quotes; what could end them, or would not survive in them, is escaped.</summary>
    public static void Append(StringBuilder text, string? value)
    {
        if (value is null)
        {
            text.Append(Null);
            return;
        }

        text.Append('\'');
        AppendEscaped(text, value, isPattern: false);
        text.Append('\'');
    }

    /// <summary>In patterns the wildcards of the value are escaped as well, and what has no literal is a blank: it was typed or pasted, and finds what it would find without.</summary>
    public static void AppendEscaped(StringBuilder text, ReadOnlySpan<char> value, bool isPattern)
    {
        var special = isPattern ? NotPlainInPattern : NeverPlain;
        while (value.IndexOfAny(special) is var place and >= 0)
        {
            text.Append(value[..place]);
            var c = value[place];
            _ = c switch
            {
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                >= ' ' and not '\u007f' => text.Append('\\').Append(c),
                _ when isPattern => text.Append(' '),
                _ => throw WithoutLiteral(c),
            };
            value = value[(place + 1)..];
        }

        text.Append(value);
    }

    /// <summary>How long the literal of a text gets in an address, without making it.</summary>
    public static int EncodedLength(string? value)
    {
        if (value is null)
        {
            return Null.Length;
        }

        var length = "%27".Length + AddressText.EncodedLength(value) + "%27".Length;
        var rest = value.AsSpan();
        while (rest.IndexOfAny(NeverPlain) is var place and >= 0)
        {
            length += rest[place] switch
            {
                // %5Cn instead of %0A, and so on.
                '\n' or '\r' or '\t' => "%5Cn".Length - "%0A".Length,
                '\\' or '\'' => "%5C".Length,
                var c => throw WithoutLiteral(c),
            };
            rest = rest[(place + 1)..];
        }

        return length;
    }

    private static ArgumentException WithoutLiteral(char c) => new($"A text with the control character U+{(int)c:X4} has no literal in SOQL; remove it.");
}
