using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Advance_PastSeveralTimers_FiresThemInOrderOfDueTime()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        List<(string, TimeSpan)> fired = [];
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        using var periodic = clock.CreateTimer(_ => fired.Add(("periodic", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4));

        clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe([("periodic", TimeSpan.FromSeconds(4)), ("periodic", TimeSpan.FromSeconds(8)), ("late", TimeSpan.FromSeconds(9))]);
        clock.GetUtcNow().ShouldBe(start + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Delay_OfTheClock_CompletesWhenTheClockPassesIt()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(TimeSpan.FromMinutes(5), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMinutes(4));
        delay.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }
}
