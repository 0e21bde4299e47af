using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Http;
using Support.Sdk.Salesforce;
using Support.Sdk.Salesforce.Queries;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of Salesforce accounts.</summary>
public static class SalesforceHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that the org answers and takes the credentials: one query for one user's id, which costs one call of the daily budget each time.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="name">The check's name; <see langword="null"/> for <c>salesforce</c>, or <c>salesforce:account</c>.</param>
    /// <param name="failureStatus">What lost consent and refusals count as; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddSalesforceHealthCheck(
        this IHealthChecksBuilder builder, string account = "", string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(
            name ?? (account.Length == 0 ? SalesforceConstants.Vendor : $"{SalesforceConstants.Vendor}:{account}"),
            provider =>
            {
                var client = provider.GetRequiredService<ISalesforceClientFactory>().GetClient(account);
                return new VendorHealthCheck(cancellationToken => client.Queries.FirstAsync(Soql.Of($"SELECT Id FROM User LIMIT 1"), cancellationToken));
            },
            failureStatus,
            tags));
    }
}
