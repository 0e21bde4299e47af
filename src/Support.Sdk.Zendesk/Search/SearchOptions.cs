namespace Support.Sdk.Zendesk.Search;

/// <summary>How search results are sorted and paged.</summary>
public sealed record SearchOptions
{
    /// <summary>By what; <see langword="null"/> for relevance.</summary>
    public SearchSort? SortBy { get; init; }

    /// <summary>Whether ascending or descending; <see langword="null"/> for Zendesk's default, descending.</summary>
    public bool? Ascending { get; init; }

    /// <summary>The items of a page, 1 to 100; <see langword="null"/> for 100.</summary>
    public int? PageSize { get; init; }
}
