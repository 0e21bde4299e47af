using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.Effects;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Work;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>A host application as a user would write it: ASP.NET Core, a store, Webex, Zendesk, Salesforce if there is an org, the endpoint for webhooks. Its workers are driven by the test.</summary>
internal sealed class HostApp : IAsyncDisposable
{
    public const string WebhookSecret = "a-webhook-secret";

    private readonly WebApplication _app;

    private readonly bool _hasOrg;

    private HostApp(WebApplication app, bool hasOrg) => (_app, _hasOrg) = (app, hasOrg);

    public static CommandOrigin Anna { get; } = new(new Actor("anna", "Anna Adams", permissions: [MeetingSetupRefusals.ConfigurePermission]), "corr-7");

    public IServiceProvider Services => _app.Services;

    public MeetingWorkflow Meetings => Services.GetRequiredService<MeetingWorkflow>();

    public MeetingSetups Setups => Services.GetRequiredService<MeetingSetups>();

    public DueWork Work => Services.GetRequiredService<DueWork>();

    public FailedEffects FailedEffects => Services.GetRequiredService<FailedEffects>();

    public Uri WebhookTarget => new(
        new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "webhooks/webex");

    public static async Task<HostApp> StartAsync(Vendors vendors, IMachineStore store, CancellationToken cancellationToken, string name = "host", Func<HttpMessageHandler, HttpMessageHandler>? wrap = null, int retries = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(vendors.Clock);
        builder.Services.AddSingleton(store);
        builder.Services.AddSupportSdk(options =>
        {
            options.HostName = name;
            options.Effects.WorkerEnabled = false;
            options.Deadlines.WorkerEnabled = false;
        });
        Wrap(builder.Services.AddWebex(options =>
        {
            options.BaseAddress = vendors.Webex.ApiAddress;
            options.AccessToken = vendors.Host.AccessToken;
            options.WebhookSecrets.Add(WebhookSecret);
            options.Http.MaxRetries = retries;
        }));
        Wrap(builder.Services.AddZendesk(options =>
        {
            options.BaseAddress = vendors.Zendesk.BaseAddress;
            options.AccessToken = vendors.AgentToken;
            options.Http.MaxRetries = retries;
        }));
        if (vendors.Org is { } org)
        {
            Wrap(builder.Services.AddSalesforce(options =>
            {
                options.BaseAddress = org.Emulator.BaseAddress;
                options.AccessToken = org.Token;
                options.Http.MaxRetries = retries;
                org.Meetings(options.Meetings);
            }));
        }

        var app = builder.Build();
        app.MapSupportWebhooks();
        await app.StartAsync(cancellationToken);
        return new HostApp(app, vendors.Org is not null);

        void Wrap(IHttpClientBuilder client)
        {
            if (wrap is not null)
            {
                client.ConfigurePrimaryHttpMessageHandler(() => wrap(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));
            }
        }
    }

    /// <summary>A host with everything set up.</summary>
    public static async Task<HostApp> StartReadyAsync(Vendors vendors, CancellationToken cancellationToken, IMachineStore? store = null, int retries = 0)
    {
        var host = await StartAsync(vendors, store ?? new InMemoryMachineStore(), cancellationToken, retries: retries);
        await host.SetUpAsync(cancellationToken);
        return host;
    }

    public async Task SetUpAsync(CancellationToken cancellationToken)
    {
        foreach (var system in _hasOrg ? [WorkItemRef.Zendesk, WorkItemRef.Salesforce] : (string[])[WorkItemRef.Zendesk])
        {
            (await Setups.CompleteAsync(system, "", "emulated.webex.com", Anna, cancellationToken)).ValueOrThrow();
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
