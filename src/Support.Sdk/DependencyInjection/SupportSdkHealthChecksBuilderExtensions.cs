using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks of Support.Sdk.</summary>
public static class SupportSdkHealthChecksBuilderExtensions
{
    /// <summary>The name of the store's health check.</summary>
    public const string StoreCheckName = "support-sdk-store";

    /// <summary>Checks the registered store: unhealthy when it does not answer or cannot write, degraded while effects that failed for good wait for a person.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="failureStatus">The status to report when the store does not answer; unhealthy when left out.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddSupportSdkStore(this IHealthChecksBuilder builder, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            StoreCheckName,
            static services => ActivatorUtilities.CreateInstance<StoreHealthCheck>(services),
            failureStatus,
            tags));
    }
}
