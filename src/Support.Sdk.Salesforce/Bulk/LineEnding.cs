using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>What ends the lines of a CSV (fact sheet 9.1).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<LineEnding>))]
public readonly record struct LineEnding : IVocabulary<LineEnding>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public LineEnding(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A line feed. Wire value <c>LF</c>.</summary>
    public static LineEnding Lf { get; } = new("LF");

    /// <summary>A carriage return and a line feed. Wire value <c>CRLF</c>.</summary>
    public static LineEnding CrLf { get; } = new("CRLF");

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static LineEnding IVocabulary<LineEnding>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
