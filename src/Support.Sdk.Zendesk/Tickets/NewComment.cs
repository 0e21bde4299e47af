using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A comment to write.</summary>
/// <remarks>Made with <see cref="Text"/> or <see cref="Html"/>; which of both would win is undocumented, so there is never more than one.</remarks>
public sealed record NewComment
{
    private NewComment(string? body, string? htmlBody, bool isPublic)
    {
        Body = body;
        HtmlBody = htmlBody;
        IsPublic = isPublic;
    }

    /// <summary>The text, or <see langword="null"/> when it is HTML.</summary>
    public string? Body { get; }

    /// <summary>The HTML, or <see langword="null"/> when it is text.</summary>
    public string? HtmlBody { get; }

    /// <summary>Whether the requester sees it. Always sent: Zendesk has no fixed default.</summary>
    [JsonPropertyName("public")]
    public bool IsPublic { get; }

    /// <summary>The author, when it is not the caller; the caller must then be an agent.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Tokens of uploads to attach; each is consumed. <see langword="null"/> for none.</summary>
    public IReadOnlyList<string>? Uploads { get; init; }

    /// <summary>A comment in plain text.</summary>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or white space.</exception>
    public static NewComment Text(string body, bool isPublic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        return new(body, null, isPublic);
    }

    /// <summary>A comment in HTML.</summary>
    /// <exception cref="ArgumentException"><paramref name="htmlBody"/> is empty or white space.</exception>
    public static NewComment Html(string htmlBody, bool isPublic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(htmlBody);
        return new(null, htmlBody, isPublic);
    }

    /// <summary>The visibility; no content.</summary>
    public override string ToString() => IsPublic ? "public comment" : "private comment";
}
