using System.Globalization;
using System.Text;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>The literals of SOQL (fact sheet 7).</summary>
internal static class SoqlLiteral
{
    public const string Null = "null";

    public static string Of(string? value) => value is null ? Null : Quote(value, isPattern: false);

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

    /// <summary>In quotes; what could end them, or would not survive in them, is escaped. In patterns the wildcards of the value are escaped as well.</summary>
    public static string Quote(string value, bool isPattern)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendEscaped(text.Append('\''), value, isPattern);
        return text.Append('\'').ToString();
    }

    public static void AppendEscaped(StringBuilder text, string value, bool isPattern)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\' or '\'':
                    text.Append('\\').Append(c);
                    break;
                case '%' or '_' when isPattern:
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or '\u007f':
                    throw new ArgumentException($"A text with the control character U+{(int)c:X4} has no literal in SOQL; remove it.", nameof(value));
                default:
                    text.Append(c);
                    break;
            }
        }
    }
}
