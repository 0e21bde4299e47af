using Support.Sdk.Zendesk.Account;
using Support.Sdk.Zendesk.Jobs;
using Support.Sdk.Zendesk.Search;
using Support.Sdk.Zendesk.Tickets;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk;

/// <summary>A client of one Zendesk account (Support and Ticketing API).</summary>
/// <remarks>
/// Immutable and thread-safe; obtain it from <see cref="IZendeskClientFactory"/>, the default account's also by injection. Its methods throw
/// <see cref="SupportRequestException"/> when Zendesk refuses, <see cref="SupportConnectionException"/> when no answer comes, <see cref="SupportContentException"/> when the
/// answer cannot be read and <see cref="ReauthorizationRequiredException"/> when consent is gone.
/// </remarks>
public class ZendeskClient
{
    private readonly VendorTransport _transport;

    /// <summary>Creates a client on a transport.</summary>
    /// <param name="transport">The account's transport.</param>
    /// <param name="clock">The clock by which jobs are waited for.</param>
    public ZendeskClient(VendorTransport transport, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(clock);
        _transport = transport;
        Tickets = new TicketsClient(transport);
        TicketComments = new TicketCommentsClient(transport);
        TicketAudits = new TicketAuditsClient(transport);
        TicketTags = new TicketTagsClient(transport);
        TicketParticipants = new TicketParticipantsClient(transport);
        Users = new UsersClient(transport);
        Search = new SearchClient(transport);
        Jobs = new JobsClient(transport, clock);
        Account = new AccountClient(transport);
    }

    /// <summary>For test doubles.</summary>
    protected ZendeskClient()
    {
        _transport = null!;
        Tickets = null!;
        TicketComments = null!;
        TicketAudits = null!;
        TicketTags = null!;
        TicketParticipants = null!;
        Users = null!;
        Search = null!;
        Jobs = null!;
        Account = null!;
    }

    /// <summary>Tickets.</summary>
    public virtual TicketsClient Tickets { get; }

    /// <summary>Their comments.</summary>
    public virtual TicketCommentsClient TicketComments { get; }

    /// <summary>Their history.</summary>
    public virtual TicketAuditsClient TicketAudits { get; }

    /// <summary>Their tags.</summary>
    public virtual TicketTagsClient TicketTags { get; }

    /// <summary>Who is copied in on them.</summary>
    public virtual TicketParticipantsClient TicketParticipants { get; }

    /// <summary>Users.</summary>
    public virtual UsersClient Users { get; }

    /// <summary>Search.</summary>
    public virtual SearchClient Search { get; }

    /// <summary>Background jobs.</summary>
    public virtual JobsClient Jobs { get; }

    /// <summary>The account.</summary>
    public virtual AccountClient Account { get; }

    /// <summary>Sends a request of your own through the account's pipeline (credentials, limits, retries) and gives back whatever Zendesk answered, errors included.</summary>
    /// <param name="request">Relative (<c>api/v2/…</c>) or on the account's host; say with <see cref="VendorRequestExtensions.SetOperation"/> what a repetition means.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; the caller disposes it.</returns>
    /// <exception cref="SupportConnectionException">No answer came.</exception>
    /// <exception cref="ReauthorizationRequiredException">Consent is gone.</exception>
    public virtual Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        return _transport.SendRawAsync(request, cancellationToken);
    }

    /// <summary>Throws what an answer of <see cref="SendRawAsync"/> means, unless it is a success.</summary>
    /// <exception cref="SupportRequestException">The answer is an error.</exception>
    public virtual Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken = default) =>
        _transport.EnsureSuccessAsync(response, cancellationToken);
}
