using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Support.Sdk.PostgreSql;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the PostgreSQL store.</summary>
public static class SupportPostgreSqlServiceCollectionExtensions
{
    /// <summary>Keeps machines, tokens and the ledger of imports in one PostgreSQL database, shared by any number of hosts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">A connection string of Npgsql. A secret when it holds a password: take it from the host's secret store.</param>
    /// <remarks>
    /// Registers <see cref="IMachineStore"/>, <see cref="ITokenStore"/> and <see cref="IImportLedger"/> as singletons over the same connections, unless the host registered its own before. The
    /// token store needs an <see cref="ISecretProtector"/>; without one its first use throws and names the remedies. Options are validated when the host starts. Without a
    /// connection string (in the overloads below) the stores use the <see cref="NpgsqlDataSource"/> that the host registered.
    /// </remarks>
    public static IServiceCollection AddPostgreSqlStore(this IServiceCollection services, string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return services.AddPostgreSqlStore(options => options.ConnectionString = connectionString);
    }

    /// <inheritdoc cref="AddPostgreSqlStore(IServiceCollection, string)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the options, named as the properties of <see cref="PostgreSqlStoreOptions"/>; unknown names are refused.</param>
    public static IServiceCollection AddPostgreSqlStore(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, builder => builder.Bind(section, binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <inheritdoc cref="AddPostgreSqlStore(IServiceCollection, string)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddPostgreSqlStore(this IServiceCollection services, Action<PostgreSqlStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, builder => builder.Configure(configure));
    }

    private static IServiceCollection Add(IServiceCollection services, Action<OptionsBuilder<PostgreSqlStoreOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        configure(services.AddOptions<PostgreSqlStoreOptions>().ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStoreOptions>, PostgreSqlStoreOptionsValidator>(
            static provider => new(provider.GetService<IServiceProviderIsService>()?.IsService(typeof(NpgsqlDataSource)) ?? false)));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PostgreSqlDatabase(
            provider.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value,
            provider.GetService<NpgsqlDataSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new PostgreSqlMachineStore(provider.GetRequiredService<PostgreSqlDatabase>()));
        services.TryAddSingleton(provider => new PostgreSqlTokenStore(provider.GetRequiredService<PostgreSqlDatabase>(), provider.GetService<ISecretProtector>()));
        services.TryAddSingleton(provider => new PostgreSqlImportLedger(provider.GetRequiredService<PostgreSqlDatabase>()));
        services.TryAddSingleton<IMachineStore>(provider => provider.GetRequiredService<PostgreSqlMachineStore>());
        services.TryAddSingleton<ITokenStore>(provider => provider.GetRequiredService<PostgreSqlTokenStore>());
        services.TryAddSingleton<IImportLedger>(provider => provider.GetRequiredService<PostgreSqlImportLedger>());
        return services;
    }
}
