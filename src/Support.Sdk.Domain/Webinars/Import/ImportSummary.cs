namespace Support.Sdk.Webinars;

/// <summary>A plan in numbers.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ImportSummary
{
    /// <summary>How many rows were planned.</summary>
    public long Rows { get; init; }

    /// <summary>How many would make a new record.</summary>
    public long Inserts { get; init; }

    /// <summary>How many would change a record.</summary>
    public long Updates { get; init; }

    /// <summary>How many would write nothing although nothing is wrong; those of <see cref="Repeated"/> among them.</summary>
    public long Skips { get; init; }

    /// <summary>How many repeat the key of an earlier row (WBN-12).</summary>
    public long Repeated { get; init; }

    /// <summary>How many are conflicts.</summary>
    public long Conflicts { get; init; }

    /// <summary>How many are invalid.</summary>
    public long Invalid { get; init; }
}
