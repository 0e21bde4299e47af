namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A comment was written (<c>Comment</c>, <c>VoiceComment</c>).</summary>
public sealed record CommentAuditEvent : AuditEvent
{
    /// <summary>The text.</summary>
    public string? Body { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>The text without any markup.</summary>
    public string? PlainBody { get; init; }

    /// <summary>Whether the requester sees it.</summary>
    public bool? Public { get; init; }

    /// <summary>Who wrote it.</summary>
    public long? AuthorId { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];
}
