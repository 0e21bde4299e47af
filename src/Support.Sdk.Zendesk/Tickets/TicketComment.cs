using System.Text.Json;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A comment on a ticket (fact sheet 7.6).</summary>
public sealed record TicketComment
{
    /// <summary>The id.</summary>
    public long? Id { get; init; }

    /// <summary>Written or spoken.</summary>
    public CommentType? Type { get; init; }

    /// <summary>Who wrote it; -1 was seen for the system.</summary>
    public long? AuthorId { get; init; }

    /// <summary>The text.</summary>
    public string? Body { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>The text without any markup.</summary>
    public string? PlainBody { get; init; }

    /// <summary>Whether the requester sees it.</summary>
    public bool? Public { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>The audit of the update that wrote it.</summary>
    public long? AuditId { get; init; }

    /// <summary>How it was written.</summary>
    public Via? Via { get; init; }

    /// <summary>What Zendesk noted beside it (client, address, flags).</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Id and visibility; no content.</summary>
    public override string ToString() => $"TicketComment {Id} ({(Public == true ? "public" : "private")})";
}
