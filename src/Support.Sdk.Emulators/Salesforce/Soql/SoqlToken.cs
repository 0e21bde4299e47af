namespace Support.Sdk.Emulators.Salesforce;

internal enum SoqlTokenKind
{
    Word,
    Text,
    Number,
    Moment,
    Symbol,
    End,
}

/// <summary>A word, literal or sign of a query, and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The word, or the literal without quotes and escapes.</param>
/// <param name="Pattern">A literal as a pattern: escaped wildcards still bear their backslash.</param>
/// <param name="At">Its first character.</param>
internal readonly record struct SoqlToken(SoqlTokenKind Kind, string Value, string Pattern, int At)
{
    public bool Is(string word) => Kind is SoqlTokenKind.Word or SoqlTokenKind.Symbol && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
