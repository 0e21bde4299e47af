using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class VendorHealthCheckTests
{
    [Theory]
    [InlineData(200, HealthStatus.Healthy)]
    [InlineData(503, HealthStatus.Degraded)]
    [InlineData(403, HealthStatus.Unhealthy)]
    public async Task Check_Answer_DecidesTheStatus(int status, HealthStatus expected)
    {
        await using var host = new VendorHost(options => options.MaxRetries = 0);
        host.Vendor.Answer((HttpStatusCode)status, """{"id":1}""");

        (await CheckAsync(host)).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Check_ConsentGone_IsUnhealthy()
    {
        await using var host = OAuthHost.Create();

        (await CheckAsync(host)).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Check_DefectInTheProbe_IsNotHidden()
    {
        var check = new VendorHealthCheck(_ => throw new NotSupportedException());

        await Should.ThrowAsync<NotSupportedException>(check.CheckHealthAsync(Context(check), TestContext.Current.CancellationToken));
    }

    private static Task<HealthCheckResult> CheckAsync(VendorHost host)
    {
        var check = new VendorHealthCheck(_ => host.DoAsync(RetryMeaning.Safe));
        return check.CheckHealthAsync(Context(check), TestContext.Current.CancellationToken);
    }

    private static HealthCheckContext Context(IHealthCheck check) => new() { Registration = new("acme", check, HealthStatus.Unhealthy, null) };
}
