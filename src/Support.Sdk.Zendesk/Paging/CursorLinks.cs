namespace Support.Sdk.Zendesk.Paging;

internal sealed record CursorLinks(string? Next, string? Prev);
