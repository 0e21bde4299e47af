namespace Support.Sdk.Webinars;

/// <summary>One cell of the <see cref="ImportTable"/>: the verdict, and what takes its place in special circumstances.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Mode">The insert mode.</param>
/// <param name="Row">What the row is good for.</param>
/// <param name="Match">Which records have the row's key.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record ImportCell(InsertMode Mode, RowState Row, KeyMatch Match, ImportVerdict Verdict)
{
    /// <summary>The verdict where the record would get no other value; <see langword="null"/> where that makes no difference.</summary>
    public ImportVerdict? Unchanged { get; init; }

    /// <summary>The verdict where Salesforce keeps the key unique; <see langword="null"/> where that makes no difference.</summary>
    public ImportVerdict? KeyEnforced { get; init; }
}
