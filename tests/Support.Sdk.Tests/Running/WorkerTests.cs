using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using Support.Sdk.Effects;
using Support.Sdk.Running;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Running;

public sealed class WorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deadline_NobodyTouches_IsFiredByTheWorkerOnTime()
    {
        var clock = new ManualTimeProvider();
        using var host = Host(clock, out var handler);
        await host.StartAsync(Cancel);
        var tower = host.Services.GetRequiredService<Sdk.Running.MachineRunner<BellMachine, Bell, BellCommand, BellEvent, BellEffect>>();
        await tower.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(TimeSpan.FromSeconds(90), "c"), BellTower.Anna, Cancel);
        var started = clock.GetUtcNow();

        // The clock moves only while both workers wait for it, and no further than needed: else one of them reckons with a time that is over.
        HistoryEntry<BellEvent>? rang;
        while ((rang = await RangAsync()) is null)
        {
            if (clock.DueTimes is [var next, _])
            {
                next.ShouldBeLessThan(started + TimeSpan.FromSeconds(120));
                clock.AdvanceTo(next);
            }

            await Task.Yield();
        }

        while ((await tower.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.Count == 0)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        rang.At.ShouldBeInRange(started.AddSeconds(90), started.AddSeconds(91));
        handler.Runs.Count.ShouldBe(1);
        await host.StopAsync(Cancel);

        async Task<HistoryEntry<BellEvent>?> RangAsync() =>
            await tower.ReadHistoryAsync(BellMachine.Stream("a"), Cancel).FirstOrDefaultAsync(entry => entry.Event is BellEvent.Rang, Cancel);
    }

    [Fact]
    public async Task Stop_WhileAnEffectRuns_LetsItFinish()
    {
        var clock = new ManualTimeProvider();
        using var host = Host(clock, out var handler);
        var entered = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        handler.Behave = async (_, _, token) =>
        {
            entered.TrySetResult();
            await finish.Task.WaitAsync(token);
            return EffectResult<BellCommand>.Report(new BellCommand.Note("finished"));
        };
        var runner = host.Services.GetRequiredService<Sdk.Running.MachineRunner<BellMachine, Bell, BellCommand, BellEvent, BellEffect>>();
        await runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(TimeSpan.FromSeconds(1), "c"), BellTower.Anna, Cancel);
        clock.Advance(TimeSpan.FromSeconds(2));
        await host.StartAsync(Cancel);
        await entered.Task.WaitAsync(Cancel);

        var stopping = host.StopAsync(Cancel);
        finish.SetResult();
        await stopping;

        (await runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["finished"]);
    }

    [Fact]
    public async Task Start_WithoutAStore_SaysWhatToCall()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSupportSdk();
        using var host = builder.Build();

        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        thrown.Message.ShouldContain("AddSqliteStore");
    }

    [Fact]
    public async Task Start_WithOptionsOutOfRange_NamesEachOfThem()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddInMemoryStore().AddSupportSdk(options =>
        {
            options.MaxDecisionAttempts = 0;
            options.Effects.MaxDelay = TimeSpan.Zero;
            options.Deadlines.BatchSize = 5_000;
            options.Meetings.StartLead = TimeSpan.FromDays(2);
        });
        using var host = builder.Build();

        var thrown = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        foreach (var field in (string[])["MaxDecisionAttempts", "Effects.MaxDelay", "Deadlines.BatchSize", "Meetings.StartLead"])
        {
            thrown.Message.ShouldContain(field);
        }
    }

    private static IHost Host(ManualTimeProvider clock, out BellHandler handler)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        var bell = handler = new BellHandler();
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMachineStore, InMemoryMachineStore>()
            .AddSupportSdk()
            .AddMachine<BellMachine, Bell, BellCommand, BellEvent, BellEffect>(_ => bell);
        return builder.Build();
    }
}
