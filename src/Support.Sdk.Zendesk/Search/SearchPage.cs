using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Search;

internal sealed class SearchPage : ListPage
{
    public IReadOnlyList<SearchResult> Results { get; init => field = value ?? []; } = [];
}
