using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Texts;
using Support.Sdk.Webex;
using Support.Sdk.WorkItems;
using Support.Sdk.Zendesk;

// What the trimmer has left must still do what hosts do: bind options, decide, store, read back, write texts, call vendors.
var directory = Directory.CreateTempSubdirectory("support-sdk-trim-");
try
{
    await RunAsync(services => services.AddInMemoryStore());
    await RunAsync(services => services.AddSqliteStore(Path.Combine(directory.FullName, "support.db")));
}
finally
{
    directory.Delete(recursive: true);
}

Console.WriteLine("The trimmed program works.");
return 0;

static async Task RunAsync(Action<IServiceCollection> addStore)
{
    await using var webex = await WebexEmulator.StartAsync();
    await using var zendesk = await ZendeskEmulator.StartAsync();
    var anna = webex.AddUser("anna@example.com", "Anna Adams");
    var agent = zendesk.AddUser("Anna Adams", "anna@example.com", ZendeskRole.Agent);
    var ticket = zendesk.AddTicket(zendesk.AddUser("Carl", "carl@example.com", ZendeskRole.EndUser), "Printer on fire");

    var builder = Host.CreateEmptyApplicationBuilder(new());
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["SupportSdk:Meetings:StartLead"] = "00:10:00",
        ["Webex:BaseAddress"] = webex.ApiAddress.ToString(),
        ["Webex:AccessToken"] = anna.AccessToken,
        ["Zendesk:BaseAddress"] = zendesk.BaseAddress.ToString(),
        ["Zendesk:AccessToken"] = zendesk.CreateAccessToken(agent).AccessToken,
    });
    addStore(builder.Services);
    builder.Services.AddSupportSdk(builder.Configuration.GetSection("SupportSdk"));
    builder.Services.AddWebex(builder.Configuration.GetSection("Webex"));
    builder.Services.AddZendesk(builder.Configuration.GetSection("Zendesk"));
    using var host = builder.Build();
    await host.StartAsync();

    var origin = new CommandOrigin(new Actor("anna@example.com", permissions: [MeetingSetupRefusals.ConfigurePermission]));
    var workItem = new WorkItemRef(WorkItemRef.Zendesk, "", ticket.Id.ToString(CultureInfo.InvariantCulture));
    (await host.Services.GetRequiredService<MeetingSetups>().CompleteAsync(WorkItemRef.Zendesk, "", "emulated.webex.com", origin)).ValueOrThrow();
    var meetings = host.Services.GetRequiredService<MeetingWorkflow>();
    var started = await meetings.StartInstantAsync(
        new StartMeetingRequest
        {
            WorkItem = workItem,
            Host = new MeetingHost(MeetingHost.Webex, "", "anna@example.com"),
            Reply = new ReplyRequest { Submission = ReplySubmission.AtOnce, Language = "fr" },
        },
        origin);
    var link = started.ValueOrThrow().Meeting.Access?.JoinLink;
    Require(link is not null && zendesk.Ticket(ticket.Id).Conversation()[^1].Body.Contains(link, StringComparison.Ordinal), "The public reply holds the link.");

    await CheckStoredJsonAsync(host.Services.GetRequiredService<IMachineStore>(), workItem, link!);
    await CheckClientsAsync(host.Services, ticket.Id);
    CheckTexts(host.Services.GetRequiredService<TextCatalog>());
    await host.StopAsync();
}

static async Task CheckStoredJsonAsync(IMachineStore store, WorkItemRef workItem, string link)
{
    var stream = MeetingMachine.StreamOf(workItem);
    var record = await store.LoadAsync(stream) ?? throw new InvalidOperationException("The stream is missing.");
    Require(Encoding.UTF8.GetString(record.Snapshot.Data.Span).Contains(link, StringComparison.Ordinal), "The snapshot is JSON with the link.");

    WorkItemMeetings? replayed = null;
    await foreach (var recorded in store.ReadEventsAsync(stream))
    {
        replayed = MeetingMachine.Evolve(replayed, MeetingMachine.Format.Read(recorded.Event));
    }

    Require(MeetingMachine.Format.Write(replayed!).Data.Span.SequenceEqual(record.Snapshot.Data.Span), "The events give the snapshot.");
}

static async Task CheckClientsAsync(IServiceProvider services, long ticketId)
{
    var me = await services.GetRequiredService<WebexClient>().People.GetMeAsync();
    Require(me.DisplayName == "Anna Adams", "Webex answers.");
    var ticket = await services.GetRequiredService<ZendeskClient>().Tickets.ShowAsync(ticketId);
    Require(ticket.Subject == "Printer on fire", "Zendesk answers.");
}

static void CheckTexts(TextCatalog texts)
{
    var english = texts.Write(MeetingTexts.CancelAction, CultureInfo.GetCultureInfo("en"), TimeZoneInfo.Utc);
    var french = texts.Write(MeetingTexts.CancelAction, CultureInfo.GetCultureInfo("fr-CA"), TimeZoneInfo.Utc);
    Require(french != english, "The French satellite is there.");
}

static void Require(bool condition, string promise)
{
    if (!condition)
    {
        throw new InvalidOperationException($"Not so: {promise}");
    }
}
