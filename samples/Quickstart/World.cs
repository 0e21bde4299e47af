using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;
using Support.Sdk.Webex;
using Support.Sdk.WorkItems;

namespace Quickstart;

/// <summary>Webex and Zendesk in miniature on ports of this machine, the host application that connects them, and the people of the story.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly DateTimeOffset MondayMorning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("support-sdk-quickstart-").FullName;

    private World()
    {
    }

    public required FlowingClock Clock { get; init; }

    public WebexEmulator Webex { get; private set; } = null!;

    public ZendeskEmulator Zendesk { get; private set; } = null!;

    public ZendeskUser Customer { get; private set; } = null!;

    public long TicketId { get; private set; }

    /// <summary>The ticket, as the SDK calls it.</summary>
    public WorkItemRef WorkItem => new(WorkItemRef.Zendesk, "", $"{TicketId}");

    /// <summary>The agent as the host of meetings.</summary>
    public MeetingHost Host { get; } = new(MeetingHost.Webex, "", "anna@example.com");

    /// <summary>The agent as the user of the application.</summary>
    public CommandOrigin Anna { get; } = new(new Actor("anna", "Anna Adams", permissions: [MeetingSetupRefusals.ConfigurePermission]));

    public MeetingWorkflow Meetings => Application.Services.GetRequiredService<MeetingWorkflow>();

    public TextCatalog Texts => Application.Services.GetRequiredService<TextCatalog>();

    private WebApplication Application { get; set; } = null!;

    public static async Task<World> StartAsync()
    {
        var clock = new FlowingClock(MondayMorning);
        var world = new World { Clock = clock };
        world._started.Push(clock);
        try
        {
            await world.StartVendorsAsync();
            await world.StartApplicationAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var last))
        {
            await last.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private async Task StartVendorsAsync()
    {
        var options = new WebexEmulatorOptions { TimeProvider = Clock.Time };
        options.Webhooks.AutoDeliver = true;
        _started.Push(Webex = await WebexEmulator.StartAsync(options));
        _started.Push(Zendesk = await ZendeskEmulator.StartAsync(new ZendeskEmulatorOptions { TimeProvider = Clock.Time }));
        Customer = Zendesk.AddUser("Carl Client", "carl@example.org", ZendeskRole.EndUser);
    }

    /// <summary>The host application. Yours looks the same, without the addresses of emulators and the clock.</summary>
    private async Task StartApplicationAsync()
    {
        var annaAtWebex = Webex.AddUser("anna@example.com", "Anna Adams");
        var annaAtZendesk = Zendesk.AddUser("Anna Adams", "anna@example.com", ZendeskRole.Agent);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock.Time);
        builder.Services.AddSingleton<ITextSource>(Words.Source);
        builder.Services.AddSupportSdk();
        builder.Services.AddSqliteStore(Path.Combine(_directory, "support.db"));
        builder.Services.AddWebex(webex =>
        {
            webex.BaseAddress = Webex.ApiAddress;
            webex.AccessToken = annaAtWebex.AccessToken;
            webex.WebhookSecrets.Add("shared with Webex");
        });
        builder.Services.AddZendesk(zendesk =>
        {
            zendesk.BaseAddress = Zendesk.BaseAddress;
            zendesk.AccessToken = Zendesk.CreateAccessToken(annaAtZendesk).AccessToken;
        });
        Application = builder.Build();
        _started.Push(Application);
        Application.MapSupportWebhooks();
        await Application.StartAsync();

        // Once per installation: an administrator sets meetings up, and Webex learns where to report what happens to them.
        var setups = Application.Services.GetRequiredService<MeetingSetups>();
        (await setups.CompleteAsync(WorkItemRef.Zendesk, "", "emulated.webex.com", Anna)).ValueOrThrow();
        (await setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.ConfigureLogging(Enabled: true), Anna)).ValueOrThrow();
        var address = Application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Application.Services.GetRequiredService<WebexClient>().Webhooks.EnsureMeetingWebhooksAsync(new Uri(new Uri(address), "webhooks/webex"));
    }

    public void OpenTicket(string subject, string question) => TicketId = Zendesk.AddTicket(Customer, subject, question).Id;
}
