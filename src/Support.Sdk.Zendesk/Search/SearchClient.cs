using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Search;

/// <summary>Search (fact sheet 10). Immutable and thread-safe. The index lags minutes behind: never confirm a write by searching.</summary>
public class SearchClient
{
    private const int MaximumExportPage = 1000;
    private static readonly VendorOperation FindOperation = new("zendesk.search.find", RetryMeaning.Safe, "search-index");
    private static readonly VendorOperation CountOperation = new("zendesk.search.count", RetryMeaning.Safe);
    private static readonly VendorOperation ExportOperation = new("zendesk.search.export", RetryMeaning.Safe);
    private readonly VendorTransport _transport;

    internal SearchClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected SearchClient() => _transport = null!;

    /// <summary>Searches everything, such as <c>type:ticket status&lt;solved tags:vip</c>, by offset. At most 1,000 results are reachable: what lies beyond is answered with 422.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<SearchResult> Find(string query, SearchOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var path = VendorPath.Of($"api/v2/search")
            .Query("query", query)
            .Query("sort_by", options?.SortBy?.Value)
            .Query("sort_order", options?.Ascending switch { true => "asc", false => "desc", null => null })
            .Offset(options?.PageSize);
        return _transport.ListByBody(VendorRequest.Get(FindOperation, path), ZendeskJson.Default.SearchPage, static page => page.Results, static page => page.Next);
    }

    /// <summary>How many results a search has.</summary>
    public virtual async Task<long> CountAsync(string query, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var request = VendorRequest.Get(CountOperation, VendorPath.Of($"api/v2/search/count").Query("query", query));
        return (await _transport.SendAsync(request, ZendeskJson.Default.SearchCount, cancellationToken).ConfigureAwait(false)).Count ?? 0;
    }

    /// <summary>All results of one kind, by cursor, oldest or newest creation first. The cursor lasts an hour; 100 pages a minute.</summary>
    /// <param name="type">The kind: ticket, organization, user or group.</param>
    /// <param name="query">The search, without <c>type:</c>, which is an error here.</param>
    /// <param name="pageSize">The items of a page, 1 to 1,000; <see langword="null"/> for 100, which Zendesk recommends.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 1,000.</exception>
    public virtual VendorPageable<SearchResult> Export(SearchResultType type, string query, int? pageSize = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        ArgumentException.ThrowIfNullOrEmpty(type.Value, nameof(type));
        var path = VendorPath.Of($"api/v2/search/export")
            .Query("query", query)
            .Query("filter[type]", type.Value)
            .Query("page[size]", PageSize.Check(pageSize, MaximumExportPage));
        return _transport.ListByBody(VendorRequest.Get(ExportOperation, path), ZendeskJson.Default.SearchPage, static page => page.Results, static page => page.Next);
    }
}
