using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.Webhooks;
using Support.Sdk.WorkItems;
using Support.Sdk.Zendesk;
using Support.Sdk.Zendesk.Webhooks;
using Support.Sdk.Zendesk.WorkItems;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Zendesk accounts.</summary>
/// <remarks>
/// Each account gives a <see cref="ZendeskClient"/> (by <see cref="IZendeskClientFactory"/>; the default one's also by injection) and, for OAuth, an
/// <see cref="AuthorizationCodeFlow"/> (by <see cref="VendorServiceProviderExtensions.GetAuthorizationCodeFlow"/>). All accounts share the adapters <see cref="IWorkItems"/> and
/// <see cref="IWebhookReceiver"/>, keyed <c>zendesk</c>. OAuth needs a registered <see cref="Support.Sdk.Tokens.ITokenStore"/>. Options are checked when the host starts.
/// </remarks>
public static class ZendeskServiceCollectionExtensions
{
    /// <summary>Registers the default account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, Action<ZendeskOptions> configure) => services.AddZendesk("", configure);

    /// <summary>Registers the default account from configuration; a name in the section that is no option is an error.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddZendesk("", options => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <summary>Registers a named account; several stand side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="account">The name; empty for the default account. Without colons.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> holds a colon, or was registered before.</exception>
    public static IHttpClientBuilder AddZendesk(this IServiceCollection services, string account, Action<ZendeskOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(configure);
        if (account.Contains(':'))
        {
            throw new ArgumentException("An account's name must hold no colon.", nameof(account));
        }

        if (!AccountsOf(services).Add(account))
        {
            throw new ArgumentException($"The Zendesk account '{account}' is registered already; give each its own name.", nameof(account));
        }

        services.AddVendorOptions<ZendeskOptions>(account, ZendeskOptionsRules.Check).Configure(configure);
        AddShared(services);
        services.AddKeyedSingleton(account, (provider, _) => new ZendeskClient(
            provider.GetVendorTransport(ZendeskConstants.Vendor, account), provider.GetRequiredService<TimeProvider>()));
        if (account.Length == 0)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<ZendeskClient>(account));
        }

        return services.AddVendor(new VendorRegistration
        {
            Profile = ZendeskProfile.Instance,
            Account = account,
            BaseAddress = provider => Options(provider).Address,
            HttpOptions = provider => Options(provider).Http,
            Credentials = provider => ZendeskCredentials.From(Options(provider)),
        });

        ZendeskOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<ZendeskOptions>>().Get(account);
    }

    private static void AddShared(IServiceCollection services)
    {
        services.TryAddSingleton<IZendeskClientFactory, ZendeskClientFactory>();
        services.TryAddKeyedSingleton<IWorkItems>(
            ZendeskConstants.Vendor, static (provider, _) => new ZendeskWorkItems(provider.GetRequiredService<IZendeskClientFactory>()));
        services.TryAddKeyedSingleton<IWebhookReceiver>(ZendeskConstants.Vendor, static (provider, _) => new ZendeskWebhookReceiver(
            provider.GetRequiredService<IOptionsMonitor<ZendeskOptions>>(),
            provider.GetRequiredService<ZendeskAccounts>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static ZendeskAccounts AccountsOf(IServiceCollection services)
    {
        var known = services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<ZendeskAccounts>().FirstOrDefault();
        if (known is null)
        {
            known = new ZendeskAccounts();
            services.AddSingleton(known);
        }

        return known;
    }
}
