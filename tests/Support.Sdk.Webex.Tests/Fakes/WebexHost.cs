using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Support.Sdk.Http;
using Support.Sdk.Meetings;
using Support.Sdk.Testing;
using Support.Sdk.Tokens;
using Support.Sdk.Webhooks;

namespace Support.Sdk.Webex.Tests;

/// <summary>A service provider with one Webex account on a fake transport and a manual clock.</summary>
internal sealed class WebexHost : IAsyncDisposable
{
    public const string Token = "t0p-s3cr3t-access-token";
    public const string WebhookSecret = "wh-s3cr3t";
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public WebexHost(Action<WebexOptions>? configure = null, string account = "", IMeetingReports? reports = null)
    {
        Account = account;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITokenStore>(Tokens);
        services.AddSingleton(reports ?? Reports);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddWebex(account, options =>
        {
            options.AccessToken = Token;
            options.WebhookSecrets.Add(WebhookSecret);
            options.Http.MaxRetries = 0;
            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Webex);
        services.AddHttpClient((account.Length == 0 ? "webex" : "webex:" + account) + "#oauth").ConfigurePrimaryHttpMessageHandler(() => TokenEndpoint);
        Services = services.BuildServiceProvider();
    }

    public string Account { get; }

    public ServiceProvider Services { get; }

    public ManualTimeProvider Clock { get; } = new(Now);

    public FakeWebex Webex { get; } = new();

    public FakeWebex TokenEndpoint { get; } = new();

    public LogCollector Logs { get; } = new();

    public InMemoryTokenStore Tokens { get; } = new();

    public RecordedReports Reports { get; } = new();

    public WebexClient Client => Services.GetRequiredService<IWebexClientFactory>().GetClient(Account);

    public IMeetingProvider Meetings => Services.GetRequiredKeyedService<IMeetingProvider>("webex");

    public IWebhookReceiver Webhooks => Services.GetRequiredKeyedService<IWebhookReceiver>("webex");

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
