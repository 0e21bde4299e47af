using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.Tokens;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>A service provider with one account on a fake transport and a manual clock.</summary>
internal sealed class ZendeskHost : IAsyncDisposable
{
    public const string Token = "s3cr3t-access-token";

    private readonly ServiceProvider _services;

    public ZendeskHost(Action<ZendeskOptions>? configure = null, string account = "")
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITokenStore>(Tokens);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddZendesk(account, options =>
        {
            options.Subdomain = "acme";
            options.Http.CircuitBreaker.Enabled = false;
            options.Http.MaxRetries = 0;
            if (configure is null)
            {
                options.AccessToken = Token;
            }

            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Zendesk);
        services.AddHttpClient((account.Length == 0 ? "zendesk" : "zendesk:" + account) + "#oauth").ConfigurePrimaryHttpMessageHandler(() => TokenEndpoint);
        services.AddHealthChecks().AddZendeskHealthCheck(account);
        _services = services.BuildServiceProvider();
        Account = account;
    }

    public string Account { get; }

    public ManualTimeProvider Clock { get; } = new();

    public FakeZendesk Zendesk { get; } = new();

    public FakeZendesk TokenEndpoint { get; } = new();

    public InMemoryTokenStore Tokens { get; } = new();

    public LogCollector Logs { get; } = new();

    public IServiceProvider Services => _services;

    public ZendeskClient Client => _services.GetRequiredService<IZendeskClientFactory>().GetClient(Account);

    public IWorkItems WorkItems => _services.GetRequiredKeyedService<IWorkItems>("zendesk");

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal sealed class LogCollector : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
