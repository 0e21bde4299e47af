using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>Writes the holes of an interpolated statement as literals; used by the compiler for <see cref="Soql.Of"/>.</summary>
/// <remarks>A type without an overload here does not compile in a hole: that is the point.</remarks>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SoqlHandler
{
    private readonly StringBuilder _text;
    private bool _isQuoted;

    /// <summary>Called by the compiler.</summary>
    public SoqlHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Called by the compiler: text of the program, taken as it is.</summary>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && _isQuoted)
            {
                i++;
            }
            else if (value[i] == '\'')
            {
                _isQuoted = !_isQuoted;
            }
        }

        _text.Append(value);
    }

    /// <summary>Called by the compiler: a text, quoted and escaped; null as <c>null</c>.</summary>
    public void AppendFormatted(string? value) => SoqlLiteral.Append(Hole(), value);

    /// <summary>Called by the compiler: a boolean.</summary>
    public void AppendFormatted(bool? value) => Append(SoqlLiteral.Of(value));

    /// <summary>Called by the compiler: a whole number.</summary>
    public void AppendFormatted(long? value) => Append(SoqlLiteral.Of(value));

    /// <summary>Called by the compiler: a number.</summary>
    public void AppendFormatted(decimal? value) => Append(SoqlLiteral.Of(value));

    /// <summary>Called by the compiler: an instant, in UTC, without quotes.</summary>
    public void AppendFormatted(DateTimeOffset? value) => Append(SoqlLiteral.Of(value));

    /// <summary>Called by the compiler: a date, without quotes.</summary>
    public void AppendFormatted(DateOnly? value) => Append(SoqlLiteral.Of(value));

    /// <summary>Called by the compiler: an id, in quotes; <see langword="default"/> as <c>null</c>.</summary>
    public void AppendFormatted(RecordId value) => SoqlLiteral.Append(Hole(), value == default ? null : value.Value);

    /// <summary>Called by the compiler: a pattern, quoted and escaped.</summary>
    public void AppendFormatted(SoqlPattern value) => Append(value.Literal);

    /// <summary>Called by the compiler: a name.</summary>
    public void AppendFormatted(SoqlName value) => Append(Name(value));

    /// <summary>Called by the compiler: names, separated by commas.</summary>
    public void AppendFormatted(IEnumerable<SoqlName> values) => AppendAll(values, static (text, value) => text.Append(Name(value)));

    /// <summary>Called by the compiler: a part of a statement, whose values were bound already.</summary>
    public void AppendFormatted(Soql value) =>
        Append(value.Text.Length > 0 ? value.Text : throw new ArgumentException("A part of the statement is empty.", nameof(value)));

    /// <summary>Called by the compiler: texts, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<string> values) => AppendList(values, SoqlLiteral.Append);

    /// <summary>Called by the compiler: ids, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<RecordId> values) => AppendList(values, static (text, value) => SoqlLiteral.Append(text, value.Value));

    /// <summary>Called by the compiler: numbers, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<int> values) => AppendList(values, static (text, value) => text.Append(SoqlLiteral.Of((long?)value)));

    /// <summary>Called by the compiler: numbers, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<long> values) => AppendList(values, static (text, value) => text.Append(SoqlLiteral.Of((long?)value)));

    /// <summary>Called by the compiler: numbers, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<decimal> values) => AppendList(values, static (text, value) => text.Append(SoqlLiteral.Of((decimal?)value)));

    /// <summary>Called by the compiler: dates, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<DateOnly> values) => AppendList(values, static (text, value) => text.Append(SoqlLiteral.Of((DateOnly?)value)));

    /// <summary>Called by the compiler: instants, as a list in parentheses.</summary>
    public void AppendFormatted(IEnumerable<DateTimeOffset> values) => AppendList(values, static (text, value) => text.Append(SoqlLiteral.Of((DateTimeOffset?)value)));

    internal readonly string ToStringAndClear()
    {
        if (_isQuoted)
        {
            throw new ArgumentException("A quote in the statement is not closed.");
        }

        var text = _text.ToString();
        _text.Clear();
        return string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("The statement is empty.") : text;
    }

    private static string Name(SoqlName value) => value.Value.Length > 0 ? value.Value : throw new ArgumentException("A name is empty.", nameof(value));

    private readonly void AppendList<T>(IEnumerable<T> values, Action<StringBuilder, T> append)
    {
        Hole().Append('(');
        AppendAll(values, append);
        _text.Append(')');
    }

    private readonly void AppendAll<T>(IEnumerable<T> values, Action<StringBuilder, T> append)
    {
        ArgumentNullException.ThrowIfNull(values);
        var text = Hole();
        var start = text.Length;
        foreach (var value in values)
        {
            append(text.Length == start ? text : text.Append(','), value);
        }

        if (text.Length == start)
        {
            throw new ArgumentException("A list in a statement must not be empty: SOQL has no empty list. Leave the query out, for it finds nothing.", nameof(values));
        }
    }

    private readonly void Append(string text) => Hole().Append(text);

    /// <summary>Where a value may be written.</summary>
    private readonly StringBuilder Hole() => _isQuoted
        ? throw new ArgumentException("A hole stands inside quotes; remove the quotes around it, for the value brings its own.")
        : _text;
}
