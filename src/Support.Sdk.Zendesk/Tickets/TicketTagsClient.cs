using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The tags of a ticket (fact sheet 7.3). Immutable and thread-safe.</summary>
public class TicketTagsClient
{
    private static readonly VendorOperation ListOperation = new("zendesk.tags.list", RetryMeaning.Safe);
    private static readonly VendorOperation AddOperation = new("zendesk.tags.add", RetryMeaning.Idempotent);
    private static readonly VendorOperation RemoveOperation = new("zendesk.tags.remove", RetryMeaning.Idempotent);
    private static readonly VendorOperation SetOperation = new("zendesk.tags.set", RetryMeaning.Idempotent);
    private readonly VendorTransport _transport;

    internal TicketTagsClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected TicketTagsClient() => _transport = null!;

    /// <summary>The tags.</summary>
    public virtual Task<IReadOnlyList<string>> ListAsync(long ticketId, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Get(ListOperation, PathOf(ticketId)), cancellationToken);

    /// <summary>Adds tags; those that are there stay.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="tags">The tags; one at least.</param>
    /// <param name="ifUnchangedSince">The ticket's <see cref="Ticket.UpdatedAt"/> as last read: refused with 409 when it changed since. <see langword="null"/> does not look.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All tags afterwards.</returns>
    /// <exception cref="ArgumentException">There are no tags.</exception>
    public virtual Task<IReadOnlyList<string>> AddAsync(
        long ticketId, IReadOnlyList<string> tags, DateTimeOffset? ifUnchangedSince = null, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Put(AddOperation, PathOf(ticketId), Body(tags, ifUnchangedSince), ZendeskJson.Default.TagsRequest), cancellationToken);

    /// <summary>Replaces all tags; an empty list removes them all.</summary>
    /// <inheritdoc cref="AddAsync" path="/param" />
    /// <returns>All tags afterwards.</returns>
    public virtual Task<IReadOnlyList<string>> SetAsync(
        long ticketId, IReadOnlyList<string> tags, DateTimeOffset? ifUnchangedSince = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return SendAsync(
            VendorRequest.Post(SetOperation, PathOf(ticketId), new TagsRequest(tags, ifUnchangedSince), ZendeskJson.Default.TagsRequest), cancellationToken);
    }

    /// <summary>Removes tags; those that are not there do not matter. Sends a <c>DELETE</c> with a body: a proxy that drops it would break this.</summary>
    /// <inheritdoc cref="AddAsync" path="/param" />
    /// <exception cref="ArgumentException">There are no tags.</exception>
    public virtual Task RemoveAsync(
        long ticketId, IReadOnlyList<string> tags, DateTimeOffset? ifUnchangedSince = null, CancellationToken cancellationToken = default)
    {
        var body = VendorRequest.JsonBody(Body(tags, ifUnchangedSince), ZendeskJson.Default.TagsRequest);
        return _transport.SendAsync(VendorRequest.Delete(RemoveOperation, PathOf(ticketId)) with { Content = body }, cancellationToken);
    }

    private static VendorPath PathOf(long ticketId) => VendorPath.Of($"api/v2/tickets/{ticketId}/tags");

    private static TagsRequest Body(IReadOnlyList<string> tags, DateTimeOffset? ifUnchangedSince)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Count > 0 ? new(tags, ifUnchangedSince) : throw new ArgumentException("Name one tag at least.", nameof(tags));
    }

    private async Task<IReadOnlyList<string>> SendAsync(VendorRequest request, CancellationToken cancellationToken) =>
        (await _transport.SendAsync(request, ZendeskJson.Default.TagsAnswer, cancellationToken).ConfigureAwait(false)).Tags;
}
