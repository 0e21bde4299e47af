using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Testing;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>Webex, Zendesk and on demand Salesforce on one clock, with an agent who hosts and a customer who asks for help.</summary>
internal sealed class Vendors : IAsyncDisposable
{
    private int _tickets;

    private Vendors(ManualTimeProvider clock, WebexEmulator webex, ZendeskEmulator zendesk)
    {
        Clock = clock;
        Webex = webex;
        Zendesk = zendesk;
        Host = webex.AddUser("anna@example.com", "Anna Adams");
        Agent = zendesk.AddUser("Anna Adams", "anna@example.com", ZendeskRole.Agent);
        Customer = zendesk.AddUser("Carl Client", "carl@example.org", ZendeskRole.EndUser);
        AgentToken = zendesk.CreateAccessToken(Agent).AccessToken;
    }

    public ManualTimeProvider Clock { get; }

    public WebexEmulator Webex { get; }

    public ZendeskEmulator Zendesk { get; }

    public WebexUser Host { get; set; }

    public ZendeskUser Agent { get; }

    public ZendeskUser Customer { get; }

    public string AgentToken { get; }

    /// <summary>An org of Salesforce; there is none until it is added.</summary>
    public Org? Org { get; private set; }

    public static async Task<Vendors> StartAsync(CancellationToken cancellationToken, Action<WebexEmulatorOptions>? configure = null)
    {
        var clock = new ManualTimeProvider();
        var webexOptions = new WebexEmulatorOptions { TimeProvider = clock, InstanceDetailsDelay = TimeSpan.Zero };
        configure?.Invoke(webexOptions);
        var webex = await WebexEmulator.StartAsync(webexOptions, cancellationToken);
        var zendesk = await ZendeskEmulator.StartAsync(new ZendeskEmulatorOptions { TimeProvider = clock }, cancellationToken);
        return new Vendors(clock, webex, zendesk);
    }

    /// <summary>Starts an org, for hosts that start from now on.</summary>
    public async Task<Org> AddOrgAsync(CancellationToken cancellationToken) => Org = await Org.StartAsync(Clock, cancellationToken);

    public WorkItemRef AddTicket() => new(WorkItemRef.Zendesk, "", $"{Zendesk.AddTicket(Customer, $"Printer on fire {++_tickets}", "It burns.").Id}");

    /// <summary>What the customer reads on the ticket, without the question asked.</summary>
    public IReadOnlyList<string> Replies(WorkItemRef ticket) =>
        [.. Zendesk.Ticket(Id(ticket)).Conversation(asSeenBy: Customer).Skip(1).Select(comment => comment.Body)];

    /// <summary>Everything on the ticket after the question.</summary>
    public IReadOnlyList<(string Body, bool IsPublic)> Comments(WorkItemRef ticket) =>
        [.. Zendesk.Ticket(Id(ticket)).Conversation().Skip(1).Select(comment => (comment.Body, comment.IsPublic))];

    public string StatusOf(WorkItemRef ticket) => Zendesk.Ticket(Id(ticket)).Status;

    public void Close(WorkItemRef ticket) => Zendesk.CloseTicket(Id(ticket));

    /// <summary>How many requests changed something at Webex: meetings made, changed or deleted.</summary>
    public int CountRequests(string method, string pathPrefix) =>
        Webex.Requests.Count(request => request.Method == method && request.PathAndQuery.StartsWith(pathPrefix, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Webex.DisposeAsync();
        await Zendesk.DisposeAsync();
        if (Org is not null)
        {
            await Org.DisposeAsync();
        }
    }

    private static long Id(WorkItemRef ticket) => long.Parse(ticket.Id, System.Globalization.CultureInfo.InvariantCulture);
}
