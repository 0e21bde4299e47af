using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Sqlite;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite store.</summary>
public static class SupportSqliteServiceCollectionExtensions
{
    /// <summary>Keeps machines, tokens and the ledger of imports in one SQLite file.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The path of the file; it and its directory are made when missing.</param>
    /// <remarks>
    /// Registers <see cref="IMachineStore"/>, <see cref="ITokenStore"/> and <see cref="IImportLedger"/> as singletons over the same connections, unless the host registered its own before. The
    /// token store needs an <see cref="ISecretProtector"/>; without one its first use throws and names the remedies. Options are validated when the host starts.
    /// </remarks>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return services.AddSqliteStore(options => options.Path = path);
    }

    /// <inheritdoc cref="AddSqliteStore(IServiceCollection, string)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the options, named as the properties of <see cref="SqliteStoreOptions"/>; unknown names are refused.</param>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, builder => builder.Bind(section, binder => binder.ErrorOnUnknownConfiguration = true));
    }

    /// <inheritdoc cref="AddSqliteStore(IServiceCollection, string)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, Action<SqliteStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, builder => builder.Configure(configure));
    }

    private static IServiceCollection Add(IServiceCollection services, Action<OptionsBuilder<SqliteStoreOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        configure(services.AddOptions<SqliteStoreOptions>().ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SqliteDatabase(
            provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new SqliteMachineStore(provider.GetRequiredService<SqliteDatabase>()));
        services.TryAddSingleton(provider => new SqliteTokenStore(provider.GetRequiredService<SqliteDatabase>(), provider.GetService<ISecretProtector>()));
        services.TryAddSingleton(provider => new SqliteImportLedger(provider.GetRequiredService<SqliteDatabase>()));
        services.TryAddSingleton<IMachineStore>(provider => provider.GetRequiredService<SqliteMachineStore>());
        services.TryAddSingleton<ITokenStore>(provider => provider.GetRequiredService<SqliteTokenStore>());
        services.TryAddSingleton<IImportLedger>(provider => provider.GetRequiredService<SqliteImportLedger>());
        return services;
    }
}
