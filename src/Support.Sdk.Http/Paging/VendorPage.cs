namespace Support.Sdk.Http;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of the page; may be empty even though more pages follow.</param>
/// <param name="ContinuationToken">With which to go on after this page, later or in another process; <see langword="null"/> on the last page. May hold what the query held.</param>
public sealed record VendorPage<T>(IReadOnlyList<T> Items, string? ContinuationToken)
{
    /// <summary>The number of items.</summary>
    public override string ToString() => $"{Items.Count} items{(ContinuationToken is null ? "" : ", more to come")}";
}
