using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Http;
using Support.Sdk.ServiceDesk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of the Service Desk.</summary>
public static class ServiceDeskHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that a Service Desk answers and takes the technician's credentials (one <c>GET /me</c>).</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The named account of <c>AddServiceDeskClient</c>; empty for the default one.</param>
    /// <param name="name">The check's name; <see langword="null"/> for <c>service-desk</c>, or <c>service-desk:account</c>.</param>
    /// <param name="failureStatus">What a failure is reported as; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddServiceDeskHealthCheck(
        this IHealthChecksBuilder builder, string account = "", string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(
            name ?? (account.Length == 0 ? ServiceDeskConstants.Vendor : $"{ServiceDeskConstants.Vendor}:{account}"),
            provider => new VendorHealthCheck(cancellationToken =>
                provider.GetRequiredService<IServiceDeskClientFactory>().GetClient(account).GetMeAsync(cancellationToken)),
            failureStatus,
            tags));
    }
}
