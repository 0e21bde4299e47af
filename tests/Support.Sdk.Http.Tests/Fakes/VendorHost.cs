using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Support.Sdk.Testing;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

/// <summary>A service provider with one account of a made-up vendor on a fake transport and a manual clock.</summary>
internal sealed class VendorHost : IAsyncDisposable
{
    public const string Secret = "s3cr3t-access-token";

    private readonly ServiceProvider _services;

    public VendorHost(
        Action<SupportHttpOptions>? options = null,
        VendorCredentials? credentials = null,
        IRateLimitReader? limits = null,
        string account = "",
        Action<IHttpClientBuilder>? builder = null,
        string? keyHeader = "Idempotency-Key",
        IReadOnlyCollection<string>? trustedHosts = null,
        ITokenStore? store = null)
    {
        Options.CircuitBreaker.Enabled = false;
        options?.Invoke(Options);
        Store = store ?? new InMemoryTokenStore();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IRandomSource, FixedRandom>();
        services.AddSingleton(Store);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        var client = services.AddVendor(new VendorRegistration
        {
            Profile = new VendorProfile
            {
                Vendor = "acme",
                ErrorReader = new ThingErrorReader(),
                RateLimitReader = limits,
                IdempotencyKeyHeader = keyHeader,
                OperationIdHeader = "TrackingID",
                TrustedHosts = trustedHosts ?? [],
            },
            Account = account,
            BaseAddress = _ => new Uri("https://api.acme.test/v1"),
            HttpOptions = _ => Options,
            Credentials = _ => credentials ?? VendorCredentials.Static(AccessToken.Bearer(Secret)),
        });
        builder?.Invoke(client);
        client.ConfigurePrimaryHttpMessageHandler(() => Vendor);
        services.AddHttpClient((account.Length == 0 ? "acme" : "acme:" + account) + "#oauth").ConfigurePrimaryHttpMessageHandler(() => TokenEndpoint);
        _services = services.BuildServiceProvider();
        Transport = _services.GetVendorTransport("acme", account);
    }

    public ManualTimeProvider Clock { get; } = new();

    public SupportHttpOptions Options { get; } = new();

    public FakeVendor Vendor { get; } = new();

    public FakeVendor TokenEndpoint { get; } = new();

    public LogCollector Logs { get; } = new();

    public ITokenStore Store { get; }

    public VendorTransport Transport { get; }

    public IServiceProvider Services => _services;

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public static VendorOperation Operation(RetryMeaning meaning, string? bucket = null) => new("acme.things.do", meaning, bucket);

    /// <summary>One call, cancelled with the test.</summary>
    public Task<Thing> DoAsync(RetryMeaning meaning, string? bucket = null) => DoUntilAsync(meaning, TestContext.Current.CancellationToken, bucket);

    /// <summary>One call, cancelled by <paramref name="cancellation"/>.</summary>
    public Task<Thing> DoUntilAsync(RetryMeaning meaning, CancellationToken cancellation, string? bucket = null) => Transport.SendAsync(
        VendorRequest.Post(Operation(meaning, bucket), VendorPath.Of($"things"), new Thing(1, "in"), ThingJson.Default.Thing),
        ThingJson.Default.Thing,
        cancellation);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
