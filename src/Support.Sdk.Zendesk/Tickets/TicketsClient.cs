using System.Globalization;
using Support.Sdk.Zendesk.Jobs;
using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>Tickets (fact sheet 7.1 to 7.4). Immutable and thread-safe; methods throw what <see cref="VendorTransport.SendAsync{T}"/> throws.</summary>
public class TicketsClient
{
    private static readonly VendorOperation ShowOperation = new("zendesk.tickets.show", RetryMeaning.Safe);
    private static readonly VendorOperation ShowManyOperation = new("zendesk.tickets.show_many", RetryMeaning.Safe);
    private static readonly VendorOperation ListOperation = new("zendesk.tickets.list", RetryMeaning.Safe, "tickets-index");
    private static readonly VendorOperation CountOperation = new("zendesk.tickets.count", RetryMeaning.Safe);
    private static readonly VendorOperation CreateOperation = new("zendesk.tickets.create", RetryMeaning.Keyed);
    private static readonly VendorOperation UpdateOperation = new("zendesk.tickets.update", RetryMeaning.Idempotent, "tickets-update");
    private static readonly VendorOperation UpdateOnceOperation = new("zendesk.tickets.update", RetryMeaning.ProbeBeforeRetry, "tickets-update");
    private static readonly VendorOperation UpdateManyOperation = new("zendesk.tickets.update_many", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation DeleteOperation = new("zendesk.tickets.delete", RetryMeaning.Idempotent);
    private static readonly VendorOperation ExportOperation = new("zendesk.tickets.export", RetryMeaning.Safe, "incremental-exports");
    private readonly VendorTransport _transport;

    internal TicketsClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected TicketsClient() => _transport = null!;

    /// <summary>Shows a ticket. A missing one is a <see cref="SupportRequestException"/> of kind <see cref="Support.Sdk.Failures.FailureKind.NotFound"/>.</summary>
    public virtual async Task<Ticket> ShowAsync(long ticketId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(ShowOperation, VendorPath.Of($"api/v2/tickets/{ticketId}"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.TicketEnvelope, cancellationToken).ConfigureAwait(false)).Ticket;
    }

    /// <summary>Shows up to 100 tickets; those that do not exist are left out.</summary>
    /// <exception cref="ArgumentException">There are no ids, or more than 100.</exception>
    public virtual async Task<IReadOnlyList<Ticket>> ShowManyAsync(IEnumerable<long> ticketIds, CancellationToken cancellationToken = default)
    {
        var path = VendorPath.Of($"api/v2/tickets/show_many").QueryList("ids", Ids.Check(ticketIds, nameof(ticketIds)));
        return (await _transport.SendAsync(VendorRequest.Get(ShowManyOperation, path), ZendeskJson.Default.TicketPage, cancellationToken).ConfigureAwait(false)).Tickets;
    }

    /// <summary>Lists tickets, by cursor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<Ticket> List(TicketListOptions? options = null)
    {
        var path = VendorPath.Of($"api/v2/tickets").Cursor(options?.PageSize).Query("sort", options?.Sort).Query("external_id", options?.ExternalId);
        return _transport.ListByBody(VendorRequest.Get(ListOperation, path), ZendeskJson.Default.TicketPage, static page => page.Tickets, static page => page.Next);
    }

    /// <summary>About how many tickets there are; above 100,000 the figure may be a day old.</summary>
    public virtual async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(CountOperation, VendorPath.Of($"api/v2/tickets/count"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.CountEnvelope, cancellationToken).ConfigureAwait(false)).Count?.Value ?? 0;
    }

    /// <summary>Creates a ticket, once per key: Zendesk keeps keys for 2 hours.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="idempotencyKey">1 to 255 characters, the same on every call for the same ticket; <see langword="null"/> for a random one, which covers the repetitions of this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    public virtual async Task<TicketCreateResult> CreateAsync(TicketCreate ticket, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (idempotencyKey is not null && (string.IsNullOrWhiteSpace(idempotencyKey) || idempotencyKey.Length > 255))
        {
            throw new ArgumentException("An idempotency key has 1 to 255 characters.", nameof(idempotencyKey));
        }

        var request = VendorRequest.Post(CreateOperation, VendorPath.Of($"api/v2/tickets"), new(ticket), ZendeskJson.Default.TicketCreateEnvelope)
            with
        { IdempotencyKey = idempotencyKey };
        var response = await _transport.SendForResponseAsync(request, ZendeskJson.Default.TicketUpdateResult, cancellationToken).ConfigureAwait(false);
        var wasReplayed = response.Headers.NonValidated.TryGetValues("x-idempotency-lookup", out var lookup)
            && string.Equals(lookup.ToString(), "hit", StringComparison.OrdinalIgnoreCase);
        return new(response.Value.Ticket, response.Value.Audit, wasReplayed);
    }

    /// <summary>Changes a ticket. With a comment, metadata or a stamp it is not repeated once Zendesk may have acted on it: look first whether it took effect.</summary>
    /// <remarks>409 (kind <see cref="Support.Sdk.Failures.FailureKind.Conflict"/>) when it changed since <see cref="TicketUpdate.IfUnchangedSince"/>; 422 when it is closed.</remarks>
    public virtual Task<TicketUpdateResult> UpdateAsync(long ticketId, TicketUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        var operation = update.ShowsWhenRepeated ? UpdateOnceOperation : UpdateOperation;
        var request = VendorRequest.Put(operation, VendorPath.Of($"api/v2/tickets/{ticketId}"), new(update), ZendeskJson.Default.TicketUpdateEnvelope);
        return _transport.SendAsync(request, ZendeskJson.Default.TicketUpdateResult, cancellationToken);
    }

    /// <summary>Makes the same change on up to 100 tickets, in the background; wait for it with <see cref="JobsClient.WaitAsync"/>.</summary>
    /// <exception cref="ArgumentException">There are no ids, or more than 100; or the update carries a stamp, which cannot be that of several tickets.</exception>
    public virtual Task<JobStatus> UpdateManyAsync(IEnumerable<long> ticketIds, TicketUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.IfUnchangedSince is not null)
        {
            throw new ArgumentException("One stamp cannot be that of several tickets; give each its own with TicketBatchUpdate.", nameof(update));
        }

        var path = VendorPath.Of($"api/v2/tickets/update_many").QueryList("ids", Ids.Check(ticketIds, nameof(ticketIds)));
        return SendJobAsync(VendorRequest.Put(UpdateManyOperation, path, new(update), ZendeskJson.Default.TicketUpdateEnvelope), cancellationToken);
    }

    /// <summary>Makes a change of its own on each of up to 100 tickets, in the background; those that changed since fail one by one.</summary>
    /// <exception cref="ArgumentException">There are no updates, or more than 100.</exception>
    public virtual Task<JobStatus> UpdateManyAsync(IReadOnlyList<TicketBatchUpdate> updates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        Ids.Check(updates.Select(static update => update.Id), nameof(updates));
        var path = VendorPath.Of($"api/v2/tickets/update_many");
        return SendJobAsync(VendorRequest.Put(UpdateManyOperation, path, new(updates), ZendeskJson.Default.TicketBatchEnvelope), cancellationToken);
    }

    /// <summary>Deletes a ticket (it stays restorable for a while).</summary>
    public virtual Task DeleteAsync(long ticketId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(VendorRequest.Delete(DeleteOperation, VendorPath.Of($"api/v2/tickets/{ticketId}")), cancellationToken);

    /// <summary>Exports all tickets changed since <paramref name="since"/>, deleted ones included; some may come twice. 10 pages a minute.</summary>
    /// <param name="since">From when on; the last minute is never included. Sent in whole seconds.</param>
    public virtual VendorPageable<Ticket> Export(DateTimeOffset since)
    {
        var path = VendorPath.Of($"api/v2/incremental/tickets/cursor").Query("start_time", since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return _transport.ListByBody(
            VendorRequest.Get(ExportOperation, path),
            ZendeskJson.Default.TicketExportPage,
            static page => page.Tickets,
            static page => page.EndOfStream == true ? null : page.AfterUrl);
    }

    private async Task<JobStatus> SendJobAsync(VendorRequest request, CancellationToken cancellationToken) =>
        (await _transport.SendAsync(request, ZendeskJson.Default.JobEnvelope, cancellationToken).ConfigureAwait(false)).JobStatus;
}
