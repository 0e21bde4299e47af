namespace Support.Sdk.Zendesk.Tickets;

/// <summary>How comments are listed.</summary>
public sealed record CommentListOptions
{
    /// <summary>The items of a page, 1 to 100; <see langword="null"/> for 100.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether the newest comes first. Default: the oldest.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Whether images within the text are listed as attachments too. Default no.</summary>
    public bool IncludeInlineImages { get; init; }
}
