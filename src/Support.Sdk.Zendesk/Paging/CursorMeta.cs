namespace Support.Sdk.Zendesk.Paging;

internal sealed record CursorMeta(bool? HasMore, string? AfterCursor, string? BeforeCursor);
