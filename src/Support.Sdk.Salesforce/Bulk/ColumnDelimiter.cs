using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>What separates the columns of a CSV (fact sheet 9.1).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<ColumnDelimiter>))]
public readonly record struct ColumnDelimiter : IVocabulary<ColumnDelimiter>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public ColumnDelimiter(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary><c>,</c>. Wire value <c>COMMA</c>.</summary>
    public static ColumnDelimiter Comma { get; } = new("COMMA");

    /// <summary><c>;</c>. Wire value <c>SEMICOLON</c>.</summary>
    public static ColumnDelimiter Semicolon { get; } = new("SEMICOLON");

    /// <summary>The tabulator. Wire value <c>TAB</c>.</summary>
    public static ColumnDelimiter Tab { get; } = new("TAB");

    /// <summary><c>|</c>. Wire value <c>PIPE</c>.</summary>
    public static ColumnDelimiter Pipe { get; } = new("PIPE");

    /// <summary><c>^</c>. Wire value <c>CARET</c>.</summary>
    public static ColumnDelimiter Caret { get; } = new("CARET");

    /// <summary><c>`</c>. Wire value <c>BACKQUOTE</c>.</summary>
    public static ColumnDelimiter Backquote { get; } = new("BACKQUOTE");

    /// <summary>The character.</summary>
    /// <exception cref="InvalidOperationException">It is none this version knows.</exception>
    internal char Character => Value switch
    {
        "" or "COMMA" => ',',
        "SEMICOLON" => ';',
        "TAB" => '\t',
        "PIPE" => '|',
        "CARET" => '^',
        "BACKQUOTE" => '`',
        _ => throw new InvalidOperationException($"The column delimiter '{Value}' is not known to this version."),
    };

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ColumnDelimiter IVocabulary<ColumnDelimiter>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
