using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.Salesforce;
using Support.Sdk.Salesforce.Limits;
using Support.Sdk.Salesforce.People;
using Support.Sdk.Salesforce.Webinars;
using Support.Sdk.Salesforce.WorkItems;
using Support.Sdk.Webinars;
using Support.Sdk.WorkItems;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Salesforce accounts.</summary>
/// <remarks>
/// Each account gives a <see cref="SalesforceClient"/> (by <see cref="ISalesforceClientFactory"/>; the default one's also by injection) and, for
/// <see cref="SalesforceGrant.AuthorizationCode"/>, an <see cref="AuthorizationCodeFlow"/> (by <see cref="VendorServiceProviderExtensions.GetAuthorizationCodeFlow"/>). All
/// accounts share <see cref="AttendeeSearch"/> and, keyed <c>salesforce</c>, the adapters <see cref="IWorkItems"/>, <see cref="IRecordLookup"/>, <see cref="IRecordWriter"/>,
/// <see cref="IImportObjects"/> and <see cref="ICampaigns"/>. OAuth needs a registered
/// <see cref="Support.Sdk.Tokens.ITokenStore"/>. Options are checked when the host starts.
/// </remarks>
public static class SalesforceServiceCollectionExtensions
{
    /// <summary>Registers the default account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddSalesforce(this IServiceCollection services, Action<SalesforceOptions> configure) => services.AddSalesforce("", configure);

    /// <summary>Registers the default account from configuration; a name in the section that is no option is an error.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    public static IHttpClientBuilder AddSalesforce(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddSalesforce("", options => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <summary>Registers a named account; several stand side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="account">The name; empty for the default account. Without colons.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the account's HTTP client.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> holds a colon, or was registered before.</exception>
    public static IHttpClientBuilder AddSalesforce(this IServiceCollection services, string account, Action<SalesforceOptions> configure)
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
            throw new ArgumentException($"The Salesforce account '{account}' is registered already; give each its own name.", nameof(account));
        }

        services.AddVendorOptions<SalesforceOptions>(account, SalesforceOptionsRules.Check).Configure(configure);
        AddShared(services);
        services.AddKeyedSingleton(account, static (provider, _) => new ApiBudget(provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(account, (provider, _) => new SalesforceClient(
            provider.GetVendorTransport(SalesforceConstants.Vendor, account),
            Options(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredKeyedService<ApiBudget>(account)));
        if (account.Length == 0)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<SalesforceClient>(account));
        }

        var builder = services.AddVendor(new VendorRegistration
        {
            Profile = SalesforceProfile.Instance,
            Account = account,
            BaseAddress = provider => Options(provider).Address,
            HttpOptions = provider => Options(provider).Http,
            Credentials = provider => SalesforceCredentials.From(Options(provider)),
        }).AddHttpMessageHandler(provider => new ApiBudgetHandler(provider.GetRequiredKeyedService<ApiBudget>(account)));

        // The client of the token endpoint, as AddVendor names it.
        services.AddHttpClient(builder.Name + "#oauth")
            .AddHttpMessageHandler(provider => new TokenEndpointHandler(account, Options(provider), provider.GetRequiredService<TimeProvider>()));
        return builder;

        SalesforceOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>().Get(account);
    }

    private static void AddShared(IServiceCollection services)
    {
        services.TryAddSingleton<ISalesforceClientFactory, SalesforceClientFactory>();
        services.TryAddSingleton(static provider => new AttendeeSearch(
            provider.GetRequiredService<ISalesforceClientFactory>(), provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>()));
        services.TryAddKeyedSingleton<IWorkItems>(SalesforceConstants.Vendor, static (provider, _) => new SalesforceWorkItems(
            provider.GetRequiredService<ISalesforceClientFactory>(), provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>()));
        services.TryAddKeyedSingleton<IRecordLookup>(SalesforceConstants.Vendor, static (provider, _) => new SalesforceRecordLookup(
            provider.GetRequiredService<ISalesforceClientFactory>(), provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>()));
        services.TryAddKeyedSingleton<IRecordWriter>(SalesforceConstants.Vendor, static (provider, _) => new SalesforceRecordWriter(
            provider.GetRequiredService<ISalesforceClientFactory>(), provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>()));
        services.TryAddKeyedSingleton<IImportObjects>(SalesforceConstants.Vendor, static (provider, _) => new SalesforceImportObjects(
            provider.GetRequiredService<ISalesforceClientFactory>()));
        services.TryAddKeyedSingleton<ICampaigns>(SalesforceConstants.Vendor, static (provider, _) => new SalesforceCampaigns(
            provider.GetRequiredService<ISalesforceClientFactory>(), provider.GetRequiredService<IOptionsMonitor<SalesforceOptions>>()));
    }

    private static SalesforceAccounts AccountsOf(IServiceCollection services)
    {
        var known = services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<SalesforceAccounts>().FirstOrDefault();
        if (known is null)
        {
            known = new SalesforceAccounts();
            services.AddSingleton(known);
        }

        return known;
    }
}
