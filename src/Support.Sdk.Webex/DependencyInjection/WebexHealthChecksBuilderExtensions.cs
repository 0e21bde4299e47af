using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Http;
using Support.Sdk.Webex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of Webex accounts.</summary>
public static class WebexHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that reads the own user (<c>GET /people/me</c>, scope <c>spark:people_read</c>) with the account's own tokens.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="name">The name of the check; <see langword="null"/> for <c>webex</c>, or <c>webex:account</c>.</param>
    /// <param name="failureStatus">What lost consent and refusals count as; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags to select checks by.</param>
    public static IHealthChecksBuilder AddWebexHealthCheck(
        this IHealthChecksBuilder builder, string account = "", string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(
            name ?? (account.Length == 0 ? WebexProfile.Vendor : $"{WebexProfile.Vendor}:{account}"),
            services =>
            {
                var client = services.GetRequiredService<IWebexClientFactory>().GetClient(account);
                return new VendorHealthCheck(cancellationToken => client.People.GetMeAsync(cancellationToken: cancellationToken));
            },
            failureStatus,
            tags));
    }
}
