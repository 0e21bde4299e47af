namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A comment of a ticket as it stood when it was read. Immutable.</summary>
/// <param name="Id">The comment's id, the id of its audit event.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Body">The text without markup.</param>
/// <param name="HtmlBody">The text as HTML.</param>
/// <param name="IsPublic">Whether the requester sees it.</param>
/// <param name="CreatedAt">When it was written (UTC, whole seconds).</param>
public sealed record ZendeskComment(long Id, long AuthorId, string Body, string HtmlBody, bool IsPublic, DateTimeOffset CreatedAt);
