using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Stores;

namespace Support.Sdk.Health;

/// <summary>Healthy when the store answers and can write; degraded while effects wait for a person.</summary>
internal sealed class StoreHealthCheck(IMachineStore store) : IHealthCheck
{
    private const int CountedEffects = 100;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken).ConfigureAwait(false);
            var failed = await store.ListFailedEffectsAsync(limit: CountedEffects, cancellationToken: cancellationToken).ConfigureAwait(false);
            return failed.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failed.Count}{(failed.Count == CountedEffects ? " or more" : "")} effects failed for good and wait to be retried or discarded."));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store does not answer.", exception);
        }
    }
}
