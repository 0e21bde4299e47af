using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Http;

/// <summary>Finds what <see cref="VendorServiceCollectionExtensions.AddVendor"/> registered.</summary>
public static class VendorServiceProviderExtensions
{
    /// <summary>The transport of an account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="vendor">The vendor in lower case.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered.</exception>
    public static VendorTransport GetVendorTransport(this IServiceProvider services, string vendor, string account = "") =>
        services.GetRequiredKeyedService<VendorTransport>(VendorNames.Client(vendor, account));

    /// <summary>The consent flow of an account that was registered with OAuth.</summary>
    /// <inheritdoc cref="GetVendorTransport" path="/param" />
    /// <exception cref="InvalidOperationException">No such account was registered, or it does not use OAuth.</exception>
    public static AuthorizationCodeFlow GetAuthorizationCodeFlow(this IServiceProvider services, string vendor, string account = "") =>
        services.GetRequiredKeyedService<AuthorizationCodeFlow>(VendorNames.Client(vendor, account));
}
