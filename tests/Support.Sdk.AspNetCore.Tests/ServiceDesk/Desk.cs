using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.Running;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.Testing;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

/// <summary>
/// A host application with the Service Desk, on a port of its own. The channel "network" has alice (manager), bob and carol (may release), dave (no more than a member);
/// "printers" has bob; eve is nobody's member; root administers; "alices-own" is alice's private channel.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string EndUserLink = "https://support.example.com/s/{token}";
    public const string Device = "pc-1";

    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private Desk(WebApplication app, ManualTimeProvider clock, RecordedLog log)
    {
        _app = app;
        Clock = clock;
        Log = log;
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public RecordedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Desk> StartAsync(Action<ServiceDeskOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var clock = new ManualTimeProvider();
        var log = new RecordedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(TestSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
        services?.Invoke(builder.Services);
        builder.Services.AddInMemoryStore();
        builder.Services.AddSupportSdk(options =>
        {
            options.Effects.WorkerEnabled = false;
            options.Deadlines.WorkerEnabled = false;
        });
        builder.Services.AddServiceDesk(options =>
        {
            options.EndUserLink = EndUserLink;
            configure?.Invoke(options);
        });
        builder.Services.AddServiceDeskOpenApi();
        var app = builder.Build();
        app.MapServiceDesk();
        app.MapOpenApi();
        await app.StartAsync(Token);
        var desk = new Desk(app, clock, log);
        await desk.SetUpAsync();
        return desk;
    }

    public HttpClient As(string technician, params string[] permissions)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add(TestSignIn.TechnicianHeader, technician);
        if (permissions.Length > 0)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.PermissionsHeader, string.Join(',', permissions));
        }

        return client;
    }

    public HttpClient Anonymous()
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, "service-desk/"), Timeout = Timeout.InfiniteTimeSpan };
        _clients.Add(client);
        return client;
    }

    public HttpClient WithTicket(string ticket)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"SupportSession {ticket}").ShouldBeTrue();
        return client;
    }

    /// <summary>A session of alice's, or another's, in the channel.</summary>
    public async Task<ServiceDeskSession> CreateAsync(string technician = "alice", string channel = "network") =>
        await (await As(technician).PostAsync("sessions", Json($$"""{"channel":"{{channel}}"}"""), Token)).ReadAsync<ServiceDeskSession>(HttpStatusCode.Created);

    public async Task<ServiceDeskSecrets> SecretsAsync(string session, string technician = "alice") =>
        await (await As(technician).GetAsync($"sessions/{session}/secrets", Token)).ReadAsync<ServiceDeskSecrets>();

    public async Task<HttpClient> EnterAsync(string session, string technician = "alice")
    {
        var secrets = await SecretsAsync(session, technician);
        var entry = await (await Anonymous().PostAsync("end-user/enter", Json($$"""{"pin":"{{secrets.Pin}}"}"""), Token)).ReadAsync<ServiceDeskEntry>();
        return WithTicket(entry.Ticket);
    }

    /// <summary>The end user of the session, whose computer is connected.</summary>
    public async Task<HttpClient> LaunchAsync(string session, string technician = "alice")
    {
        var endUser = await EnterAsync(session, technician);
        (await endUser.PostAsync("end-user/launch", Json($$"""{"deviceId":"{{Device}}"}"""), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return endUser;
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public Task StopAsync() => _app.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _app.DisposeAsync();
    }

    private async Task SetUpAsync()
    {
        var channels = Services.GetRequiredService<ChannelWorkflow>();
        var settings = new ChannelSettings(TimeSpan.FromMinutes(30));
        await MakeAsync("network", new ChannelMember("alice", CanRelease: true, IsManager: true), new("bob", CanRelease: true), new("carol", CanRelease: true), new("dave"));
        await MakeAsync("printers", new ChannelMember("bob", CanRelease: true));
        (await channels.CreateAsync("alices-own", "Alice", settings, new(new("alice")), isPrivate: true, cancellationToken: Token)).ValueOrThrow();

        async Task MakeAsync(string id, params ChannelMember[] members)
        {
            (await channels.CreateAsync(id, id, settings, CommandOrigin.System, cancellationToken: Token)).ValueOrThrow();
            foreach (var member in members)
            {
                (await channels.SetMemberAsync(id, member, CommandOrigin.System, cancellationToken: Token)).ValueOrThrow();
            }
        }
    }
}
