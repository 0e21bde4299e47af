using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Failures;

namespace Support.Sdk.Zendesk;

/// <summary>Asks Zendesk who the credentials act for.</summary>
internal sealed class ZendeskHealthCheck(IZendeskClientFactory clients, string account) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var user = await clients.GetClient(account).Users.MeAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"Zendesk answers to user {user.Id} ({user.Role}).");
        }
        catch (Exception exception) when (exception is IVendorFailure)
        {
            return new(context.Registration.FailureStatus, ((IVendorFailure)exception).Description, exception);
        }
    }
}
