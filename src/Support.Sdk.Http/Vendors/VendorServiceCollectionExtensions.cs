using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Support.Sdk.Http;

/// <summary>What <c>AddWebex()</c>, <c>AddZendesk()</c> and the like are made of.</summary>
public static class VendorServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>Registers an account: its HTTP client with the pipeline, its <see cref="VendorTransport"/> and, for OAuth, its <see cref="AuthorizationCodeFlow"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="registration">The account.</param>
    /// <returns>
    /// The builder of the HTTP client. Handlers added to it stand between the package's handlers and the primary handler: they see each attempt, with
    /// its <c>Authorization</c> header.
    /// </returns>
    /// <remarks>
    /// Handlers, outer to inner: operation id and idempotency key; total time-out, limiter, retry, circuit breaker, attempt time-out; credentials; log and
    /// trace; the host's own; the primary handler. An <see cref="Support.Sdk.Tokens.ITokenStore"/> must be registered for OAuth.
    /// </remarks>
    public static IHttpClientBuilder AddVendor(this IServiceCollection services, VendorRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(registration);
        var vendor = registration.Profile.Vendor;
        var account = registration.Account;
        var name = VendorNames.Client(vendor, account);

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRandomSource, CryptographicRandomSource>();
        services.TryAddSingleton<SupportHttpTelemetry>();
        services.AddKeyedSingleton(name, (provider, _) => new VendorAccount(registration, provider));
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<VendorAccount>(name).Runtime);
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<VendorAccount>(name).CreateFlow());
        services.AddKeyedSingleton(name, (provider, _) => new VendorTransport(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), provider.GetRequiredKeyedService<VendorRuntime>(name)));

        AddTransport(services.AddHttpClient(VendorNames.TokenClient(vendor, account)));
        return AddTransport(services.AddHttpClient(name))
            .ConfigureHttpClient((provider, client) => client.BaseAddress = provider.GetRequiredKeyedService<VendorRuntime>(name).BaseAddress)
            .AddHttpMessageHandler(provider => new OperationHandler(provider.GetRequiredKeyedService<VendorRuntime>(name)))
            .AddHttpMessageHandler(provider => new ResilienceHandler(provider.GetRequiredKeyedService<VendorRuntime>(name)))
            .AddHttpMessageHandler(provider => new AuthHandler(provider.GetRequiredKeyedService<VendorRuntime>(name)))
            .AddHttpMessageHandler(provider => new AttemptHandler(provider.GetRequiredKeyedService<VendorRuntime>(name)));
    }

    /// <summary>Registers the options of an account with their rules; they are checked when the host starts.</summary>
    /// <typeparam name="TOptions">The vendor's options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="account">The named account, which is the options' name; empty for the default one.</param>
    /// <param name="check">Gives one message per broken rule; see <see cref="OptionRules"/> and <see cref="SupportHttpOptionsRules"/>.</param>
    /// <returns>The builder, to bind and configure.</returns>
    public static OptionsBuilder<TOptions> AddVendorOptions<TOptions>(
        this IServiceCollection services, string account, Func<TOptions, IReadOnlyList<string>> check)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(check);
        services.AddSingleton<IValidateOptions<TOptions>>(new CheckedOptions<TOptions>(account, check));
        return services.AddOptions<TOptions>(account).ValidateOnStart();
    }

    /// <summary>The client lives as long as the host, so connections are renewed instead of handlers; redirects would carry credentials elsewhere; the factory's own log is replaced.</summary>
    private static IHttpClientBuilder AddTransport(IHttpClientBuilder builder) => builder
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.PooledConnectionLifetime = ConnectionLife;
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        });
}
