using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>The client on an emulated account, over real HTTP on a loopback port; both on one manual clock.</summary>
internal sealed class EmulatedAccount : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private EmulatedAccount(ZendeskEmulator emulator, ManualTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        Agent = emulator.AddUser("Ada Agent", "ada@acme.test", ZendeskRole.Agent);
        Customer = emulator.AddUser("Carl Customer", "carl@example.test", ZendeskRole.EndUser);
        var token = emulator.CreateAccessToken(Agent).AccessToken;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddZendesk(options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.AccessToken = token;
            options.Http.MaxRetries = 0;
            options.Http.CircuitBreaker.Enabled = false;
        });
        _services = services.BuildServiceProvider();
    }

    public ZendeskEmulator Emulator { get; }

    public ManualTimeProvider Clock { get; }

    public ZendeskUser Agent { get; }

    public ZendeskUser Customer { get; }

    public ZendeskClient Client => _services.GetRequiredService<ZendeskClient>();

    public IWorkItems WorkItems => _services.GetRequiredKeyedService<IWorkItems>("zendesk");

    public static async Task<EmulatedAccount> StartAsync()
    {
        var clock = new ManualTimeProvider();
        var emulator = await ZendeskEmulator.StartAsync(new ZendeskEmulatorOptions { TimeProvider = clock, AcceptHeaderRequired = true }, TestContext.Current.CancellationToken);
        return new(emulator, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
