using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Support.Sdk.Options;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Running;

/// <summary>Overdue work that a host does not take: its workers ask the store now and then, and are on time with their own.</summary>
public sealed class WorkerRestTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InterceptingStore _store = new(new InMemoryMachineStore());
    private int _asked;

    public WorkerRestTests() => _store.NextDue = _ => Interlocked.Increment(ref _asked);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Deadlines_BesideAnOverdueEffectThatNobodyRuns_AreAwaitedWithFewQuestions_AndMetOnTime()
    {
        await using var tower = Tower(options => options.Effects.WorkerEnabled = false);
        await RingAsync(tower, "a");
        var lateEffect = await _store.NextDueEffectAsync(Cancel);
        await tower.Runner.ExecuteAsync(BellMachine.Stream("b"), new BellCommand.Wind(TimeSpan.FromSeconds(9.5), "d"), BellTower.Anna, Cancel);
        var started = _clock.GetUtcNow();
        _asked = 0;

        using var worker = WorkerOf(tower, "DeadlineWorker");
        await worker.StartAsync(Cancel);
        await GoAsync(started.AddSeconds(9.5));
        while (!await tower.Runner.ReadHistoryAsync(BellMachine.Stream("b"), Cancel).AnyAsync(entry => entry.Event is BellEvent.Rang, Cancel))
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        _clock.GetUtcNow().ShouldBe(started.AddSeconds(9.5), "no later than it fell due");
        await worker.StopAsync(Cancel);
        lateEffect.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(started, "it was overdue all the time");
        _asked.ShouldBeLessThanOrEqualTo(15, "once a second, and around the deadline");
    }

    [Fact(Timeout = 30_000)]
    public async Task Effects_BesideAnOverdueDeadlineThatNobodyMeets_AreAwaitedWithFewQuestions()
    {
        await using var tower = Tower(options => options.Deadlines.WorkerEnabled = false);
        await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(TimeSpan.FromSeconds(1), "c"), BellTower.Anna, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _asked = 0;

        using var worker = WorkerOf(tower, "EffectWorker");
        await worker.StartAsync(Cancel);
        await GoAsync(_clock.GetUtcNow().AddSeconds(10));
        await worker.StopAsync(Cancel);

        _asked.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact(Timeout = 30_000)]
    public async Task OverdueWorkOfItsOwn_ThatTheStoreDoesNotGive_IsAskedForWithGrowingPauses()
    {
        await using var tower = Tower(_ => { });
        await RingAsync(tower, "a");
        _store.HoldsEffects = true;
        _asked = 0;

        using var worker = WorkerOf(tower, "EffectWorker");
        await worker.StartAsync(Cancel);
        await GoAsync(_clock.GetUtcNow().AddSeconds(10));
        await worker.StopAsync(Cancel);

        _asked.ShouldBeInRange(15, 25, "1, 2, 4 ... 512 ms, then once a second");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("EffectWorker")]
    [InlineData("DeadlineWorker")]
    public async Task Worker_SwitchedOff_AsksTheStoreNothing(string name)
    {
        await using var tower = Tower(options => (options.Effects.WorkerEnabled, options.Deadlines.WorkerEnabled) = (false, false));
        await RingAsync(tower, "a");
        _asked = 0;

        using var worker = WorkerOf(tower, name);
        await worker.StartAsync(Cancel);
        await worker.ExecuteTask!;
        await worker.StopAsync(Cancel);

        _asked.ShouldBe(0);
        _clock.DueTimes.ShouldBeEmpty();
    }

    private BellTower Tower(Action<SupportSdkOptions> configure) => new(_store, _clock, configure);

    // Leaves an effect that is due.
    private async Task RingAsync(BellTower tower, string bell)
    {
        await tower.Runner.ExecuteAsync(BellMachine.Stream(bell), new BellCommand.Wind(TimeSpan.FromSeconds(1), "c"), BellTower.Anna, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await tower.Work.RunDeadlinesAsync(Cancel)).ShouldBe(1);
    }

    private static BackgroundService WorkerOf(BellTower tower, string name) =>
        (BackgroundService)tower.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == name);

    // Moves the clock from one question of the only worker to the next, and gives up when there are far too many.
    private async Task GoAsync(DateTimeOffset end)
    {
        while (_clock.GetUtcNow() < end && _asked < 200)
        {
            Cancel.ThrowIfCancellationRequested();
            if (_clock.DueTimes is [var next])
            {
                _clock.AdvanceTo(next < end ? next : end);
            }

            await Task.Yield();
        }
    }
}
