using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The comments of a ticket (fact sheet 7.6). Immutable and thread-safe. To write one, update the ticket.</summary>
public class TicketCommentsClient
{
    private static readonly VendorOperation ListOperation = new("zendesk.comments.list", RetryMeaning.Safe);
    private static readonly VendorOperation CountOperation = new("zendesk.comments.count", RetryMeaning.Safe);
    private static readonly VendorOperation MakePrivateOperation = new("zendesk.comments.make_private", RetryMeaning.Idempotent);
    private readonly VendorTransport _transport;

    internal TicketCommentsClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected TicketCommentsClient() => _transport = null!;

    /// <summary>Lists the comments, by cursor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<TicketComment> List(long ticketId, CommentListOptions? options = null) =>
        _transport.ListByBody(
            VendorRequest.Get(ListOperation, PathOf(ticketId, options)), ZendeskJson.Default.CommentPage, static page => page.Comments, static page => page.Next);

    /// <summary>Lists the comments with their authors, by cursor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<AuthoredComment> ListWithAuthors(long ticketId, CommentListOptions? options = null) =>
        _transport.ListByBody(
            VendorRequest.Get(ListOperation, PathOf(ticketId, options).Query("include", "users")), ZendeskJson.Default.CommentPage, Join, static page => page.Next);

    /// <summary>How many comments a ticket has.</summary>
    public virtual async Task<long> CountAsync(long ticketId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(CountOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/comments/count"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.CountEnvelope, cancellationToken).ConfigureAwait(false)).Count?.Value ?? 0;
    }

    /// <summary>Makes a public comment private; there is no way back.</summary>
    public virtual Task MakePrivateAsync(long ticketId, long commentId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            VendorRequest.Put(MakePrivateOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/comments/{commentId}/make_private")), cancellationToken);

    private static VendorPath PathOf(long ticketId, CommentListOptions? options) =>
        VendorPath.Of($"api/v2/tickets/{ticketId}/comments")
            .Cursor(options?.PageSize)
            .Query("sort", options?.NewestFirst == true ? "-created_at" : "created_at")
            .Query("include_inline_images", options?.IncludeInlineImages == true ? true : null);

    private static IReadOnlyList<AuthoredComment> Join(CommentPage page)
    {
        var authors = page.Users.Where(static user => user.Id is not null).DistinctBy(static user => user.Id).ToDictionary(static user => user.Id!.Value);
        return [.. page.Comments.Select(comment => new AuthoredComment(comment, comment.AuthorId is { } id ? authors.GetValueOrDefault(id) : null))];
    }
}
