using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Support.Sdk.Tokens;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>A service provider with one org on a fake transport and a manual clock.</summary>
internal sealed class SalesforceHost : IAsyncDisposable
{
    public const string Token = "00Dx0!s3cr3t-access-token";
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public SalesforceHost(Action<SalesforceOptions>? configure = null, string account = "", Action<IServiceCollection>? register = null)
    {
        Account = account;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITokenStore>(Tokens);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSalesforce(account, options =>
        {
            options.MyDomain = "acme";
            options.Http.MaxRetries = 0;
            if (configure is null)
            {
                options.AccessToken = Token;
            }

            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Salesforce);
        services.AddHttpClient((account.Length == 0 ? "salesforce" : "salesforce:" + account) + "#oauth").ConfigurePrimaryHttpMessageHandler(() => TokenEndpoint);
        services.AddHealthChecks().AddSalesforceHealthCheck(account);
        register?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    public string Account { get; }

    public ServiceProvider Services { get; }

    public ManualTimeProvider Clock { get; } = new(Now);

    public FakeSalesforce Salesforce { get; } = new();

    public FakeSalesforce TokenEndpoint { get; } = new();

    public InMemoryTokenStore Tokens { get; } = new();

    public LogCollector Logs { get; } = new();

    public SalesforceClient Client => Services.GetRequiredService<ISalesforceClientFactory>().GetClient(Account);

    public IWorkItems WorkItems => Services.GetRequiredKeyedService<IWorkItems>(WorkItemRef.Salesforce);

    public Task<HealthReport> CheckHealthAsync(CancellationToken cancellationToken) => Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken);

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
