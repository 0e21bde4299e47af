using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A comment as a request gave it.</summary>
internal sealed partial record CommentDraft(long AuthorId, string Body, string HtmlBody, bool IsPublic)
{
    /// <summary>Reads <c>comment</c>; <see langword="null"/> when it has no text. With both bodies given, the HTML one counts (assumed).</summary>
    public static CommentDraft? Read(JsonObject json, long authorId, bool publicByDefault)
    {
        var html = TicketInput.Text(json["html_body"], "comment.html_body");
        var body = TicketInput.Text(json["body"], "comment.body");
        var isPublic = TicketInput.Flag(json["public"], "comment.public") ?? publicByDefault;
        var text = html is null ? body : WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), "")).Trim();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var markup = html ?? string.Concat(text.Split("\n\n").Select(part =>
            $"<p dir=\"auto\">{WebUtility.HtmlEncode(part).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
        return new CommentDraft(authorId, text, $"<div class=\"zd-comment\" dir=\"auto\">{markup}</div>", isPublic);
    }

    public CommentRecord ToRecord(long id, long auditId, DateTimeOffset at) => new(id, AuthorId, Body, HtmlBody, IsPublic, at, auditId);

    [GeneratedRegex("<br\\s*/?>|</p>\\s*<p[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
