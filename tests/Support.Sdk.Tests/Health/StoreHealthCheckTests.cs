using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Support.Sdk.Effects;
using Support.Sdk.Stores;
using Support.Sdk.Tests.Running;

namespace Support.Sdk.Tests.Health;

public sealed class StoreHealthCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_StoreAnswers_IsHealthy() => (await CheckAsync(new InMemoryMachineStore())).Status.ShouldBe(HealthStatus.Healthy);

    [Fact]
    public async Task Check_AnEffectFailedForGood_IsDegradedAndSaysSo()
    {
        await using var tower = new BellTower();
        tower.Handler.Behave = (_, _, _) => ValueTask.FromResult(EffectResult<BellCommand>.Fail("no use"));
        await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(1));
        await tower.Work.RunAllAsync(Cancel);

        var report = await CheckAsync(tower.Store);

        report.Status.ShouldBe(HealthStatus.Degraded);
        report.Entries.Values.Single().Description!.ShouldStartWith("1 effects failed");
    }

    [Fact]
    public async Task Check_StoreDoesNotAnswer_IsUnhealthy()
    {
        var store = new InterceptingStore(new InMemoryMachineStore()) { Check = () => throw new IOException("disk gone") };

        (await CheckAsync(store)).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    private static async Task<HealthReport> CheckAsync(IMachineStore store)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(store);
        services.AddHealthChecks().AddSupportSdkStore();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
    }
}
