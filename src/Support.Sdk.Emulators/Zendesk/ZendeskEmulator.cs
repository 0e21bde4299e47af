using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A Zendesk Support account in miniature: tickets, comments, audits, users, search, bulk jobs, OAuth and signed webhooks.</summary>
/// <remarks>
/// Thread-safe. Follows the fact sheet's reading of the vendor's OpenAPI file, documentation and recorded exchanges; a wording of an
/// error that those do not quote is an assumption, its status and shape are not. Customers (end users) have no access to
/// <c>/api/v2/tickets</c>; they read <c>/api/v2/requests</c>, where private comments do not exist.
/// The <c>.json</c> suffix of paths is optional, as at the vendor; fault scripts match the path as it was sent.
/// </remarks>
/// <example><code>
/// await using var zendesk = await ZendeskEmulator.StartAsync(new ZendeskEmulatorOptions { TimeProvider = clock });
/// var agent = zendesk.AddUser("Ada Agent", "ada@example.com", ZendeskRole.Agent);
/// var customer = zendesk.AddUser("Carl Customer", "carl@example.com", ZendeskRole.EndUser);
/// var ticket = zendesk.AddTicket(customer, "Printer on fire", "It burns.");
/// var token = zendesk.CreateAccessToken(agent, "read write");
/// // … a client at zendesk.BaseAddress with token.AccessToken …
/// var seen = zendesk.Ticket(ticket.Id).Conversation(asSeenBy: customer);
/// </code></example>
public sealed partial class ZendeskEmulator : VendorEmulator
{
    private readonly ZendeskEmulatorOptions _options;
    private readonly ZendeskAccount _account;
    private readonly TicketEventPublisher _publisher;
    private readonly TicketWriter _writer;
    private readonly OAuthDesk _oauth;
    private readonly ZendeskTraffic _traffic;
    private readonly JobQueue _jobs;

    private ZendeskEmulator(ZendeskEmulatorOptions options)
        : base(options)
    {
        options.Validate();
        _options = options;
        _account = new ZendeskAccount(options, Ids);
        _publisher = new TicketEventPublisher(_account, Webhooks);
        _writer = new TicketWriter(_account, _publisher);
        _oauth = new OAuthDesk(_account);
        _traffic = new ZendeskTraffic(options.RateLimits);
        _jobs = new JobQueue(_account);
        MapRoutes();
    }

    private enum Audience
    {
        Anyone,
        SignedIn,
        Staff,
    }

    /// <summary>Starts an account without users or tickets.</summary>
    /// <param name="options">The account; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value of the options is out of its range.</exception>
    public static async Task<ZendeskEmulator> StartAsync(ZendeskEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new ZendeskEmulator(options ?? new ZendeskEmulatorOptions());
        await emulator.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    internal override EmulatorResponse Handle(EmulatorRequest request)
    {
        _jobs.RunDue();
        if (request.Body.Length > _options.MaxBodyBytes)
        {
            return ZendeskErrors.BodyTooLarge();
        }

        var path = request.Path.EndsWith(".json", StringComparison.Ordinal) ? request.Path[..^".json".Length] : request.Path;
        var match = Routes.Find(request.Method, path);
        request.RouteValues = match.Values;
        return match.Handler?.Invoke(request) ?? ZendeskErrors.InvalidEndpoint();
    }

    internal override EmulatorResponse Failure(EmulatorRequest request, int status) => ZendeskErrors.For(status);

    internal override void Complete(EmulatorRequest request, EmulatorResponse response)
    {
        response.With("x-zendesk-api-version", "v2");
        _traffic.Stamp(response);
    }

    private void MapRoutes()
    {
        Routes.Map("GET", "/oauth/authorizations/new", _oauth.Authorize);
        Routes.Map("POST", "/oauth/tokens", _oauth.Grant);

        var tickets = new TicketEndpoints(_account, _writer, _traffic, _jobs, new IdempotencyStore(TimeProvider));
        MapStaff("GET", "tickets", "tickets", tickets.List);
        MapStaff("POST", "tickets", "tickets", tickets.Create);
        MapStaff("GET", "tickets/show_many", "tickets", tickets.ShowMany);
        MapStaff("PUT", "tickets/update_many", "tickets", tickets.UpdateMany);
        MapStaff("GET", "tickets/{id}", "tickets", tickets.Show);
        MapStaff("PUT", "tickets/{id}", "tickets", tickets.Update);
        MapStaff("GET", "tickets/{id}/collaborators", "tickets", tickets.Collaborators);
        MapStaff("GET", "tickets/{id}/followers", "tickets", tickets.Followers);
        MapStaff("GET", "tickets/{id}/email_ccs", "tickets", tickets.EmailCcs);
        MapStaff("GET", "tickets/{id}/tags", "tickets", tickets.Tags);
        MapStaff("POST", "tickets/{id}/tags", "tickets", tickets.SetTags);
        MapStaff("PUT", "tickets/{id}/tags", "tickets", tickets.AddTags);
        MapStaff("DELETE", "tickets/{id}/tags", "tickets", tickets.RemoveTags);
        MapStaff("GET", "job_statuses/{id}", null, tickets.ShowJob);

        var conversations = new ConversationEndpoints(_account);
        MapStaff("GET", "tickets/{id}/comments", "tickets", conversations.Comments);
        MapStaff("GET", "tickets/{id}/audits", null, conversations.Audits); // Needs the global scope, says the vendor.
        Map("GET", "requests", null, Audience.SignedIn, conversations.Requests);
        Map("GET", "requests/{id}", null, Audience.SignedIn, conversations.Request);
        Map("GET", "requests/{id}/comments", null, Audience.SignedIn, conversations.RequestComments);

        var users = new UserEndpoints(_account);
        Map("GET", "users/me", "users", Audience.Anyone, users.Me);
        MapStaff("GET", "users", "users", users.List);
        MapStaff("GET", "users/show_many", "users", users.ShowMany);
        MapStaff("GET", "users/search", "users", users.Search);
        MapStaff("GET", "users/autocomplete", "users", users.Autocomplete);
        MapStaff("GET", "users/{id}", "users", users.Show);

        var search = new SearchEndpoints(_account, _traffic);
        MapStaff("GET", "search", null, search.Search);
        MapStaff("GET", "search/count", null, search.Count);
        MapStaff("GET", "search/export", null, search.Export);
        MapStaff("GET", "account/settings", null, new AccountEndpoints(_account).Settings);
    }

    private void MapStaff(string method, string path, string? resource, Func<ZendeskCall, EmulatorResponse> handler) =>
        Map(method, path, resource, Audience.Staff, handler);

    private void Map(string method, string path, string? resource, Audience audience, Func<ZendeskCall, EmulatorResponse> handler) =>
        Routes.Map(method, "/api/v2/" + path, request => handler(Admit(request, resource, audience)));

    /// <summary>What stands before every endpoint: credentials, limits, media types, scopes, role.</summary>
    private ZendeskCall Admit(EmulatorRequest request, string? resource, Audience audience)
    {
        var caller = _oauth.Authenticate(request);
        if (caller is null || (caller.User is null && audience != Audience.Anyone))
        {
            throw new RefusalException(ZendeskErrors.Unauthenticated());
        }

        _traffic.CountRequest(request.At);
        if (Quota?.Take(caller.Credential, request.At) is { Accepted: false } state)
        {
            throw new RefusalException(ZendeskErrors.TooManyRequests(state.ResetsIn));
        }

        CheckMediaTypes(request);
        if (!caller.May(resource, write: request.Method is not ("GET" or "HEAD")))
        {
            throw new RefusalException(ZendeskErrors.MissingScope());
        }

        return audience == Audience.Staff && !caller.User!.IsStaff
            ? throw new RefusalException(ZendeskErrors.Forbidden())
            : new ZendeskCall(request, caller);
    }

    private void CheckMediaTypes(EmulatorRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        var accepted = accept.Length == 0
            ? !_options.AcceptHeaderRequired
            : accept.Contains("*/*", StringComparison.Ordinal) || accept.Contains("application/*", StringComparison.Ordinal)
                || accept.Contains("application/json", StringComparison.OrdinalIgnoreCase);
        if (!accepted || (request.Method is "POST" or "PUT" or "PATCH" && request.MediaType != "application/json")
            || (request.Method == "DELETE" && request.Body.Length > 0 && request.MediaType != "application/json"))
        {
            throw new RefusalException(ZendeskErrors.UnsupportedMediaType());
        }
    }
}
