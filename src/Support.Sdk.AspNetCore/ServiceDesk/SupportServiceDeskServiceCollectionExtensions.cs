using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.AspNetCore.ServiceDesk.EndUsers;
using Support.Sdk.ServiceDesk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what serves the Service Desk over HTTP.</summary>
public static class SupportServiceDeskServiceCollectionExtensions
{
    /// <summary>Registers what <c>MapServiceDesk</c> needs, with the defaults of <see cref="ServiceDeskOptions"/>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// Calls <c>AddSupportSdk</c>, <c>AddAuthorization</c> and <c>AddDataProtection</c>; a store and the host's authentication have to be registered too. Tickets of end users live as long as
    /// the key ring of the data protection: keep it where every host finds it. A host replaces <see cref="IServiceDeskActorResolver"/>, <see cref="IServiceDeskCallerResolver"/> or
    /// <see cref="IGuessLimiter"/> by registering its own before. Options are validated when the host starts.
    /// </remarks>
    public static IServiceCollection AddServiceDesk(this IServiceCollection services) => services.AddServiceDesk(static _ => { });

    /// <inheritdoc cref="AddServiceDesk(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the options, usually <see cref="ServiceDeskOptions.Section"/>; unknown names are refused.</param>
    public static IServiceCollection AddServiceDesk(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddServiceDesk(static _ => { });
        services.AddOptions<ServiceDeskOptions>().Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }

    /// <inheritdoc cref="AddServiceDesk(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddServiceDesk(this IServiceCollection services, Action<ServiceDeskOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSupportSdk();
        services.AddAuthorization();
        services.AddDataProtection();
        services.AddOptions<ServiceDeskOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceDeskOptions>, ServiceDeskOptionsValidator>());
        services.TryAddSingleton<IServiceDeskActorResolver, ClaimsActorResolver>();
        services.TryAddSingleton<IServiceDeskCallerResolver, RemoteAddressCallerResolver>();
        services.TryAddSingleton<IGuessLimiter, InMemoryGuessLimiter>();
        services.TryAddSingleton(provider => new EndUserTickets(provider.GetRequiredService<IDataProtectionProvider>()));

        // Bodies are written by the library itself; this lets the description of the API see the wire's types without reflection.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(ServiceDeskJsonContext.Default));
        return services;
    }
}
