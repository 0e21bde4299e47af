using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

internal sealed record CommentRecord(long Id, long AuthorId, string Body, string HtmlBody, bool IsPublic, DateTimeOffset CreatedAt, long AuditId)
{
    public ZendeskComment ToPublic() => new(Id, AuthorId, Body, HtmlBody, IsPublic, CreatedAt);

    /// <summary>The comment as an event of its audit.</summary>
    public JsonObject ToEvent() => new()
    {
        ["id"] = Id,
        ["type"] = "Comment",
        ["author_id"] = AuthorId,
        ["body"] = Body,
        ["html_body"] = HtmlBody,
        ["plain_body"] = Body,
        ["public"] = IsPublic,
        ["attachments"] = new JsonArray(),
        ["audit_id"] = AuditId,
    };
}
