namespace Support.Sdk.Zendesk.Paging;

/// <summary>What every list of Zendesk has beside its items, whichever way it is paged.</summary>
internal abstract class ListPage
{
    public CursorMeta? Meta { get; init; }

    public CursorLinks? Links { get; init; }

    public string? NextPage { get; init; }

    /// <summary>The next page. By cursor: <c>meta.has_more</c> decides, for a link alone may lead to nowhere; by offset: <c>next_page</c>.</summary>
    public string? Next => Meta is null ? Escape(NextPage) : Meta.HasMore == true ? Escape(Links?.Next) : null;

    /// <summary>Zendesk's own examples show links with bare quotes and blanks, which no request line can hold.</summary>
    private static string? Escape(string? link) =>
        link?.Replace(" ", "%20", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
}
