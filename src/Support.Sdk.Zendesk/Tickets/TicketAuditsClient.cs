using Support.Sdk.Zendesk.Paging;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The history of a ticket (fact sheet 7.7). Immutable and thread-safe.</summary>
/// <remarks>By Zendesk's documentation the OAuth scope must be <c>read</c>: <c>tickets:read</c> is not enough here.</remarks>
public class TicketAuditsClient
{
    private static readonly VendorOperation ListOperation = new("zendesk.audits.list", RetryMeaning.Safe);
    private static readonly VendorOperation ShowOperation = new("zendesk.audits.show", RetryMeaning.Safe);
    private readonly VendorTransport _transport;

    internal TicketAuditsClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected TicketAuditsClient() => _transport = null!;

    /// <summary>Lists the audits, by cursor. Zendesk documents no order and no way to choose one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not 1 to 100.</exception>
    public virtual VendorPageable<TicketAudit> List(long ticketId, int? pageSize = null)
    {
        var path = VendorPath.Of($"api/v2/tickets/{ticketId}/audits").Cursor(pageSize);
        return _transport.ListByBody(VendorRequest.Get(ListOperation, path), ZendeskJson.Default.AuditPage, static page => page.Audits, static page => page.Next);
    }

    /// <summary>Shows an audit.</summary>
    public virtual async Task<TicketAudit> ShowAsync(long ticketId, long auditId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(ShowOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/audits/{auditId}"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.AuditEnvelope, cancellationToken).ConfigureAwait(false)).Audit;
    }
}
