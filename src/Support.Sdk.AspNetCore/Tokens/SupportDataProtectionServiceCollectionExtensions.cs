using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Support.Sdk.AspNetCore.Tokens;
using Support.Sdk.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers ASP.NET Core's data protection as the protector of secrets.</summary>
public static class SupportDataProtectionServiceCollectionExtensions
{
    /// <summary>Lets stores encrypt tokens with ASP.NET Core's data protection, unless the host registered an <see cref="ISecretProtector"/> before.</summary>
    /// <param name="services">The services.</param>
    /// <remarks>
    /// The stored secrets live as long as the key ring: keep it where every host that shares the store finds it, and under the same application name
    /// (<c>services.AddDataProtection().PersistKeysToFileSystem(…).SetApplicationName(…)</c>). With the defaults of a container the ring is lost at each restart, and with it
    /// every token. https://learn.microsoft.com/aspnet/core/security/data-protection/configuration/overview
    /// </remarks>
    public static IServiceCollection AddDataProtectionSecrets(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDataProtection();
        services.TryAddSingleton<ISecretProtector>(provider => new DataProtectionSecretProtector(provider.GetRequiredService<IDataProtectionProvider>()));
        return services;
    }
}
