using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.ServiceDesk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients of the Service Desk endpoints.</summary>
/// <remarks>
/// Each account gives a <see cref="ServiceDeskClient"/> or a <see cref="ServiceDeskEndUserClient"/> (by <see cref="IServiceDeskClientFactory"/>; the default one's also by injection). An
/// account of technicians and one of end users may have the same name. Options are checked when the host starts.
/// </remarks>
public static class ServiceDeskClientServiceCollectionExtensions
{
    /// <summary>Registers the default account of technicians.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddServiceDeskClient(this IServiceCollection services, Action<ServiceDeskClientOptions> configure) =>
        services.AddServiceDeskClient("", configure);

    /// <summary>Registers the default account of technicians from configuration; a name in the section that is no option is an error.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddServiceDeskClient(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddServiceDeskClient("", options => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <summary>Registers a named account of technicians; several stand side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="account">The name; empty for the default account. Without colons.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> holds a colon, or was registered before.</exception>
    public static IHttpClientBuilder AddServiceDeskClient(this IServiceCollection services, string account, Action<ServiceDeskClientOptions> configure) =>
        Add(
            services,
            account,
            configure,
            ServiceDeskProfile.Technician,
            ServiceDeskOptionsRules.Check,
            static (provider, options) => options.Credentials?.Invoke(provider) ?? VendorCredentials.Static(AccessToken.Bearer(options.AccessToken!)),
            static (provider, transport, options) => new ServiceDeskClient(
                transport, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IRandomSource>(), provider.GetService<ILoggerFactory>()));

    /// <summary>Registers the default account of end users.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddServiceDeskEndUserClient(this IServiceCollection services, Action<ServiceDeskEndUserClientOptions> configure) =>
        services.AddServiceDeskEndUserClient("", configure);

    /// <summary>Registers the default account of end users from configuration; a name in the section that is no option is an error.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddServiceDeskEndUserClient(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddServiceDeskEndUserClient("", options => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <summary>Registers a named account of end users; several stand side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="account">The name; empty for the default account. Without colons.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> holds a colon, or was registered before.</exception>
    public static IHttpClientBuilder AddServiceDeskEndUserClient(this IServiceCollection services, string account, Action<ServiceDeskEndUserClientOptions> configure) =>
        Add(
            services,
            account,
            configure,
            ServiceDeskProfile.EndUser,
            ServiceDeskOptionsRules.Check,
            static (_, _) => VendorCredentials.From(new TicketSource()),
            static (provider, transport, options) => new ServiceDeskEndUserClient(
                transport, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IRandomSource>(), provider.GetService<ILoggerFactory>()));

    private static IHttpClientBuilder Add<TOptions, TClient>(
        IServiceCollection services,
        string account,
        Action<TOptions> configure,
        VendorProfile profile,
        Func<TOptions, IReadOnlyList<string>> check,
        Func<IServiceProvider, TOptions, VendorCredentials> credentials,
        Func<IServiceProvider, VendorTransport, TOptions, TClient> create)
        where TOptions : ServiceDeskConnectionOptions, new()
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(configure);
        if (account.Contains(':'))
        {
            throw new ArgumentException("An account's name must hold no colon.", nameof(account));
        }

        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(TClient) && account.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"The Service Desk '{account}' is registered already; give each its own name.", nameof(account));
        }

        services.AddVendorOptions(account, check).Configure(configure);
        services.TryAddSingleton<IServiceDeskClientFactory, ServiceDeskClientFactory>();
        services.AddKeyedSingleton(account, (provider, _) => create(provider, provider.GetVendorTransport(profile.Vendor, account), Options(provider)));
        if (account.Length == 0)
        {
            services.AddSingleton(static provider => provider.GetRequiredKeyedService<TClient>(""));
        }

        return services.AddVendor(new VendorRegistration
        {
            Profile = profile,
            Account = account,
            BaseAddress = provider => Options(provider).BaseAddress!,
            HttpOptions = provider => Options(provider).Http,
            Credentials = provider => credentials(provider, Options(provider)),
        });

        TOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(account);
    }
}
