using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Zendesk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of Zendesk accounts.</summary>
public static class ZendeskHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that the account answers and takes the credentials (one <c>GET /api/v2/users/me</c>; an anonymous answer is a failure).</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="name">The check's name; <see langword="null"/> for <c>zendesk</c>, or <c>zendesk:account</c>.</param>
    /// <param name="failureStatus">What a failure is reported as; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddZendeskHealthCheck(
        this IHealthChecksBuilder builder, string account = "", string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(
            name ?? (account.Length == 0 ? ZendeskConstants.Vendor : $"{ZendeskConstants.Vendor}:{account}"),
            provider => new ZendeskHealthCheck(provider.GetRequiredService<IZendeskClientFactory>(), account),
            failureStatus,
            tags));
    }
}
