using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Support.Sdk.Http;

/// <summary>Asks a vendor account a cheap question that needs valid credentials.</summary>
/// <remarks>
/// Healthy when it is answered; degraded when the vendor is down or limits us, for that passes; of the registration's failure status when it refuses, or when
/// consent is gone, for that takes a person. Descriptions hold no secret.
/// </remarks>
public class VendorHealthCheck : IHealthCheck
{
    private readonly Func<CancellationToken, Task> _probe;

    /// <summary>Creates the check.</summary>
    /// <param name="probe">Performs a cheap authenticated operation, such as reading the own user.</param>
    public VendorHealthCheck(Func<CancellationToken, Task> probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        _probe = probe;
    }

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await _probe(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (SupportHttpException exception) when (exception.IsTransient)
        {
            return HealthCheckResult.Degraded(exception.Message, exception);
        }
        catch (Exception exception) when (exception is SupportHttpException or ReauthorizationRequiredException)
        {
            return new(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
