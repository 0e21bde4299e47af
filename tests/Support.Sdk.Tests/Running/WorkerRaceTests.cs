using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Running;

/// <summary>Time that goes on while a worker is between its look for due work and the start of its timer; afterwards it stands still, so a worker that missed it never wakes.</summary>
public sealed class WorkerRaceTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(90);

    private readonly ManualTimeProvider _clock = new();
    private readonly InterceptingStore _store = new(new InMemoryMachineStore());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public Task Deadline_FallsDueWhileTheStoreAnswersWhatIsNext_IsFiredAtOnce() => RingAsync(() => _store.NextDue = _ =>
    {
        _store.NextDue = null;
        _clock.Advance(Time);
    });

    [Fact(Timeout = 30_000)]
    public Task Deadline_FallsDueBeforeTheTimerIsStarted_IsFiredAtOnce()
    {
        var overtaken = new OvertakenClock(_clock);
        return RingAsync(() => overtaken.BeforeTimer = () => _clock.Advance(Time), overtaken);
    }

    private async Task RingAsync(Action arm, TimeProvider? seen = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(seen ?? _clock)
            .AddSingleton<IMachineStore>(_store)
            .AddSupportSdk()
            .AddMachine<BellMachine, Bell, BellCommand, BellEvent, BellEffect>(_ => new BellHandler())
            .BuildServiceProvider();
        var tower = services.GetRequiredService<Sdk.Running.MachineRunner<BellMachine, Bell, BellCommand, BellEvent, BellEffect>>();
        await tower.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(Time, "c"), BellTower.Anna, Cancel);
        var due = _clock.GetUtcNow() + Time;
        arm();

        // Alone: the other worker would wake it with its own timer.
        var worker = services.GetServices<IHostedService>().Single(service => service.GetType().Name == "DeadlineWorker");
        await worker.StartAsync(Cancel);
        while (!await tower.ReadHistoryAsync(BellMachine.Stream("a"), Cancel).AnyAsync(entry => entry.Event is BellEvent.Rang, Cancel))
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        _clock.GetUtcNow().ShouldBe(due);
        await worker.StopAsync(Cancel);
    }
}
