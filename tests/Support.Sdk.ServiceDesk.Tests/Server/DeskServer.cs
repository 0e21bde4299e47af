using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk.Tests.Server;

/// <summary>
/// The real server on a port of its own, and a host application with both clients of it. Each side has a clock: the server's stands still unless a test moves it, the client's runs through
/// <see cref="Support.Sdk.Tests"/>' driver. A technician signs in with his name as the bearer token; "root" administers.
/// </summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceProvider _clients;

    private DeskServer(WebApplication app, ManualTimeProvider clock, HttpMessageHandler? between)
    {
        _app = app;
        Clock = clock;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(ClientClock);
        services.AddServiceDeskClient(options =>
        {
            options.BaseAddress = Address;
            options.UseCredentials(_ => VendorCredentials.From(new NameAsToken()));
        }).AddHttpMessageHandler(() => between as DelegatingHandler ?? new Passing());
        services.AddServiceDeskEndUserClient(options => options.BaseAddress = Address);
        _clients = services.BuildServiceProvider();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTimeProvider Clock { get; }

    public ManualTimeProvider ClientClock { get; } = new();

    public Uri Address => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "service-desk");

    public ServiceDeskEndUserClient EndUsers => _clients.GetRequiredService<ServiceDeskEndUserClient>();

    /// <param name="between">Stands between the technicians' client and the network.</param>
    public static async Task<DeskServer> StartAsync(HttpMessageHandler? between = null)
    {
        var clock = new ManualTimeProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(NameSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, NameSignIn>(NameSignIn.Scheme, null);
        builder.Services.AddInMemoryStore();
        builder.Services.AddServiceDesk(options => options.EndUserLink = "https://help.test/s/{token}");
        builder.Services.AddServiceDeskOpenApi();
        var app = builder.Build();
        app.MapServiceDesk();
        app.MapOpenApi();
        await app.StartAsync(Token);
        return new DeskServer(app, clock, between);
    }

    /// <summary>The client, signed in as a technician.</summary>
    public ServiceDeskClient As(string technician) => _clients.GetRequiredService<ServiceDeskClient>().ForTechnician(technician);

    /// <summary>A channel with alice and bob, who may release, and carol.</summary>
    public async Task<ServiceDeskChannel> OpenChannelAsync(string id = "network", int capacity = 100)
    {
        var channels = As("root").Channels;
        (await channels.CreateAsync(new() { Id = id, Name = id, Settings = new() { TimeOutSeconds = 86_400, Capacity = capacity } }, cancellationToken: Token)).ValueOrThrow();
        await channels.SetMemberAsync(id, "alice", new() { CanRelease = true, IsManager = true }, cancellationToken: Token);
        await channels.SetMemberAsync(id, "bob", new() { CanRelease = true }, cancellationToken: Token);
        return (await channels.SetMemberAsync(id, "carol", new(), cancellationToken: Token)).ValueOrThrow()!;
    }

    /// <summary>What the server says of itself: its OpenAPI document.</summary>
    public async Task<string> DescribeAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(Address, "/openapi/" + "service-desk.json"), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _app.DisposeAsync();
    }

    private sealed class NameAsToken : IAccessTokenSource
    {
        public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) =>
            new(AccessToken.Bearer(subject.Length == 0 ? "nobody" : subject));

        public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default) => new(rejected);
    }

    private sealed class Passing : DelegatingHandler;
}
