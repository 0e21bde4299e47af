using System.Text;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>A pattern for <c>LIKE</c>, in which the wildcards of the text itself mean themselves, and control characters without a literal are blanks.</summary>
/// <remarks>Immutable and thread-safe. <c>Soql.Of($"… WHERE Name LIKE {SoqlPattern.StartsWith(text)}")</c>. Upper and lower case are the same to Salesforce.</remarks>
public readonly record struct SoqlPattern
{
    private readonly string? _text;
    private readonly string? _before;
    private readonly string? _after;

    private SoqlPattern(string text, string before, string after)
    {
        ArgumentNullException.ThrowIfNull(text);
        (_text, _before, _after) = (text, before, after);
    }

    internal string Literal
    {
        get
        {
            var literal = new StringBuilder("'").Append(_before);
            SoqlLiteral.AppendEscaped(literal, _text ?? "", isPattern: true);
            return literal.Append(_after).Append('\'').ToString();
        }
    }

    /// <summary>Whatever begins with <paramref name="text"/>.</summary>
    public static SoqlPattern StartsWith(string text) => new(text, "", "%");

    /// <summary>Whatever ends with <paramref name="text"/>. Salesforce cannot use an index for it.</summary>
    public static SoqlPattern EndsWith(string text) => new(text, "%", "");

    /// <summary>Whatever holds <paramref name="text"/>. Salesforce cannot use an index for it.</summary>
    public static SoqlPattern Contains(string text) => new(text, "%", "%");

    /// <summary>The text with its wildcards; may hold personal data.</summary>
    public override string ToString() => $"{_before}{_text}{_after}";
}
