namespace Support.Sdk.Salesforce.Queries;

/// <summary>How a query is read.</summary>
public sealed record QueryOptions
{
    /// <summary>Whether deleted and archived records are found as well (<c>queryAll</c>).</summary>
    /// <value>False by default.</value>
    public bool IncludeDeleted { get; init; }

    /// <summary>How many records a page should have: a hint, pages may be smaller (<c>Sforce-Query-Options</c>; fact sheet 7).</summary>
    /// <value><see langword="null"/> by default: Salesforce's 2,000; 200 to 2,000.</value>
    public int? BatchSize { get; init; }
}
