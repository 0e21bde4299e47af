using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Work;

namespace Support.Sdk.Tests.Sessions;

/// <summary>One host of a service desk, as a host application sets it up; its workers run only when a test starts them.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Network = "network";
    public const string Printers = "printers";
    public const string AlicesOwn = "alices-own";
    public const string Computer = "pc-1";

    public static readonly TimeSpan TimeOut = TimeSpan.FromMinutes(30);

    public static readonly CommandOrigin Administrator = Technician("ada", SessionPermissions.Administer);
    public static readonly CommandOrigin Manager = Technician("mia");
    public static readonly CommandOrigin Alice = Technician("alice");
    public static readonly CommandOrigin Bob = Technician("bob");
    public static readonly CommandOrigin Carol = Technician("carol");
    public static readonly CommandOrigin Outsider = Technician("olaf");

    private readonly ServiceProvider _services;

    private Desk(ServiceProvider services, IMachineStore store, ManualTimeProvider clock)
    {
        _services = services;
        Store = store;
        Clock = clock;
    }

    public IMachineStore Store { get; }

    public ManualTimeProvider Clock { get; }

    public SessionWorkflow Sessions => _services.GetRequiredService<SessionWorkflow>();

    public ChannelWorkflow Channels => _services.GetRequiredService<ChannelWorkflow>();

    public SessionFeed Feed => _services.GetRequiredService<SessionFeed>();

    public DueWork Work => _services.GetRequiredService<DueWork>();

    public IEnumerable<IHostedService> Workers => _services.GetServices<IHostedService>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static CommandOrigin Technician(string id, params string[] permissions) => new(new Actor(id, permissions: permissions), "corr-1");

    public static Desk Start(
        IMachineStore? store = null,
        ManualTimeProvider? clock = null,
        Action<IServiceCollection>? services = null,
        Action<SupportSdkOptions>? options = null)
    {
        store ??= new InMemoryMachineStore();
        clock ??= new ManualTimeProvider();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(store);
        services?.Invoke(collection);
        collection.AddSupportSdk(options ?? (_ => { }));
        return new(collection.BuildServiceProvider(validateScopes: true), store, clock);
    }

    /// <summary>A desk with two shared channels, in which Alice may release and Bob may not, and Alice's private one. Carol works with printers alone.</summary>
    public static async Task<Desk> StartReadyAsync(
        IMachineStore? store = null,
        Action<IServiceCollection>? services = null,
        Action<SupportSdkOptions>? options = null,
        int capacity = 100)
    {
        var desk = Start(store, services: services, options: options);
        var settings = new ChannelSettings(TimeOut) { Capacity = capacity };
        foreach (var channel in new[] { Network, Printers })
        {
            (await desk.Channels.CreateAsync(channel, $"The {channel}", settings, Administrator, cancellationToken: Cancel)).ValueOrThrow();
            foreach (var member in new ChannelMember[] { new("mia", IsManager: true), new("alice", CanRelease: true), channel == Network ? new("bob") : new("carol") })
            {
                (await desk.Channels.SetMemberAsync(channel, member, Administrator, cancellationToken: Cancel)).ValueOrThrow();
            }
        }

        (await desk.Channels.CreateAsync(AlicesOwn, "My own", settings, Alice, isPrivate: true, cancellationToken: Cancel)).ValueOrThrow();
        return desk;
    }

    /// <summary>Another host on the same store and clock.</summary>
    public Desk StartAnother(Action<IServiceCollection>? services = null) => Start(Store, Clock, services);

    public async Task<string> CreateAsync(string channel = Network, CommandOrigin? by = null) =>
        (await Sessions.CreateAsync(channel, by ?? Alice, cancellationToken: Cancel)).ValueOrThrow().Id;

    public async Task<string> CreateActiveAsync(string channel = Network, CommandOrigin? by = null)
    {
        var id = await CreateAsync(channel, by);
        (await Sessions.LaunchAsync(id, Computer, cancellationToken: Cancel)).ValueOrThrow();
        return id;
    }

    public async Task<string> CreateInQueueAsync(string channel = Network)
    {
        var id = await CreateAsync(channel);
        (await Sessions.ReleaseAsync(id, Alice, cancellationToken: Cancel)).ValueOrThrow();
        return id;
    }

    public async Task<string> CreateConnectedAsync()
    {
        var id = await CreateActiveAsync();
        (await Sessions.RequestAccessAsync(id, Alice, "q1", cancellationToken: Cancel)).ValueOrThrow();
        (await Sessions.GrantAsync(id, "q1", Computer, cancellationToken: Cancel)).ValueOrThrow();
        (await Sessions.ConnectAsync(id, Alice, cancellationToken: Cancel)).ValueOrThrow();
        return id;
    }

    public async Task<SessionSecrets> SecretsOfAsync(string id, CommandOrigin? by = null) => (await Sessions.ShareAsync(id, by ?? Alice, Cancel)).ValueOrThrow();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
