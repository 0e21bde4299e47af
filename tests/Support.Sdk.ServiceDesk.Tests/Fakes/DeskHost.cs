using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>A service provider with both clients on a fake transport and a manual clock.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public const string Token = "s3cr3t-access-token";

    private readonly ServiceProvider _services;

    public DeskHost(Action<ServiceDeskClientOptions>? configure = null, Action<ServiceDeskConnectionOptions>? both = null, IRandomSource? random = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(random ?? new FixedRandom());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddServiceDeskClient(options =>
        {
            Prepare(options);
            if (configure is null)
            {
                options.AccessToken = Token;
            }

            configure?.Invoke(options);
            both?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Desk);
        services.AddServiceDeskEndUserClient(options =>
        {
            Prepare(options);
            both?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Desk);
        services.AddHealthChecks().AddServiceDeskHealthCheck();
        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new();

    public FakeDesk Desk { get; } = new();

    public LogCollector Logs { get; } = new();

    public IServiceProvider Services => _services;

    public ServiceDeskClient Client => _services.GetRequiredService<ServiceDeskClient>();

    public ServiceDeskEndUserClient EndUsers => _services.GetRequiredService<ServiceDeskEndUserClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Prepare(ServiceDeskConnectionOptions options)
    {
        options.BaseAddress = new Uri("https://desk.test/service-desk");
        options.Http.CircuitBreaker.Enabled = false;
    }
}
