using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.Meetings;
using Support.Sdk.Webex;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;
using Support.Sdk.Webhooks;
using Support.Sdk.Webinars;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Webex accounts.</summary>
/// <remarks>
/// Each account gives a <see cref="WebexClient"/> (keyed by the account's name; the default one also without a key). All together give
/// <see cref="IWebexClientFactory"/>, and under the key <c>webex</c> the <see cref="IMeetingProvider"/>, the <see cref="IWebinarSource"/> and the <see cref="IWebhookReceiver"/>. With
/// OAuth, an <see cref="Support.Sdk.Tokens.ITokenStore"/> must be registered; for webhooks, an <see cref="IMeetingReports"/>.
/// </remarks>
public static class WebexServiceCollectionExtensions
{
    /// <summary>Registers the default account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="InvalidOperationException">The account is registered already.</exception>
    public static IHttpClientBuilder AddWebex(this IServiceCollection services, Action<WebexOptions> configure) => services.AddWebex("", configure);

    /// <summary>Registers the default account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The options; unknown names are refused.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="InvalidOperationException">The account is registered already.</exception>
    public static IHttpClientBuilder AddWebex(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, "", options => options.Bind(section, binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <summary>Registers an account by name, beside others.</summary>
    /// <param name="services">The services.</param>
    /// <param name="account">The name; empty for the default account.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="InvalidOperationException">The account is registered already.</exception>
    public static IHttpClientBuilder AddWebex(this IServiceCollection services, string account, Action<WebexOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, account, options => options.Configure(configure));
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string account, Action<OptionsBuilder<WebexOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(account);
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(WebexClient) && account.Equals(service.ServiceKey)))
        {
            throw new InvalidOperationException($"The Webex account '{account}' is registered already; give each account a name of its own.");
        }

        configure(services.AddVendorOptions<WebexOptions>(account, WebexOptionsRules.Check));
        services.AddKeyedSingleton(account, (provider, _) => new WebexClient(provider.GetVendorTransport(WebexProfile.Vendor, account), Options(provider, account)));
        if (account.Length == 0)
        {
            services.AddSingleton(static provider => provider.GetRequiredKeyedService<WebexClient>(""));
        }

        services.TryAddSingleton<IWebexClientFactory, WebexClientFactory>();
        services.TryAddKeyedSingleton<IMeetingProvider>(WebexProfile.Vendor, static (provider, _) => ActivatorUtilities.CreateInstance<WebexMeetingProvider>(provider));
        services.TryAddKeyedSingleton<IWebinarSource>(WebexProfile.Vendor, static (provider, _) => ActivatorUtilities.CreateInstance<WebexWebinarSource>(provider));
        services.TryAddKeyedSingleton<IWebhookReceiver>(WebexProfile.Vendor, static (provider, _) => ActivatorUtilities.CreateInstance<WebexWebhookReceiver>(provider));
        return services.AddVendor(new VendorRegistration
        {
            Profile = WebexProfile.Instance,
            Account = account,
            BaseAddress = provider => Options(provider, account).BaseAddress,
            HttpOptions = provider => Options(provider, account).Http,
            Credentials = provider => WebexProfile.Credentials(Options(provider, account)),
        });
    }

    private static WebexOptions Options(IServiceProvider services, string account) =>
        services.GetRequiredService<IOptionsMonitor<WebexOptions>>().Get(account);
}
