using Support.Sdk.Zendesk.Paging;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>Who is copied in on a ticket. Immutable and thread-safe. To change it, update the ticket.</summary>
public class TicketParticipantsClient
{
    private static readonly VendorOperation CollaboratorsOperation = new("zendesk.tickets.collaborators", RetryMeaning.Safe);
    private static readonly VendorOperation FollowersOperation = new("zendesk.tickets.followers", RetryMeaning.Safe);
    private static readonly VendorOperation EmailCcsOperation = new("zendesk.tickets.email_ccs", RetryMeaning.Safe);
    private readonly VendorTransport _transport;

    internal TicketParticipantsClient(VendorTransport transport) => _transport = transport;

    /// <summary>For test doubles.</summary>
    protected TicketParticipantsClient() => _transport = null!;

    /// <summary>Everybody copied in: followers and e-mail CCs.</summary>
    public virtual VendorPageable<User> ListCollaborators(long ticketId) =>
        List(CollaboratorsOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/collaborators"));

    /// <summary>The agents who follow the ticket.</summary>
    public virtual VendorPageable<User> ListFollowers(long ticketId) => List(FollowersOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/followers"));

    /// <summary>Those copied in by e-mail.</summary>
    public virtual VendorPageable<User> ListEmailCcs(long ticketId) => List(EmailCcsOperation, VendorPath.Of($"api/v2/tickets/{ticketId}/email_ccs"));

    // Paging of these is undocumented: asked without, followed where an answer names a next page.
    private VendorPageable<User> List(VendorOperation operation, VendorPath path) =>
        _transport.ListByBody(VendorRequest.Get(operation, path), ZendeskJson.Default.UserPage, static page => page.Users, static page => page.Next);
}
