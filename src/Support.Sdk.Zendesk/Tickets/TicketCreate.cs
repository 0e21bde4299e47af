namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A ticket to create.</summary>
public sealed record TicketCreate : TicketRequest
{
    /// <summary>A ticket whose description is <paramref name="comment"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="comment"/> is <see langword="null"/>: Zendesk demands it.</exception>
    public TicketCreate(NewComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        Comment = comment;
    }

    /// <summary>Who asks for help, when they need not be a user yet.</summary>
    public NewRequester? Requester { get; init; }

    /// <summary>Who writes the ticket, when it is not the caller.</summary>
    public long? SubmitterId { get; init; }

    /// <summary>The address the requester wrote to.</summary>
    public string? Recipient { get; init; }

    /// <summary>The brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>The form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>The closed ticket this one follows up.</summary>
    public long? ViaFollowupSourceId { get; init; }
}
