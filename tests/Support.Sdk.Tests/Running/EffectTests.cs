using Shouldly;
using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

public sealed class EffectTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Effect_OfADeadline_IsRunByAWorkerAndItsReportCompletesIt()
    {
        await using var tower = new BellTower();
        await RingAsync(tower);

        var view = await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel);
        view.State!.Notes.ShouldBe(["told c"]);
        tower.Handler.Runs.ShouldHaveSingleItem().Id.ToString().ShouldBe("bell/a/2/0");
        (await tower.Store.NextDueAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Effect_OfADeadHost_IsTakenOverWhenItsLeaseRunsOut()
    {
        await using var dead = new BellTower(name: "dead");
        dead.Handler.Behave = (_, _, _) => throw new OperationCanceledException();
        await WindAsync(dead);
        using var killed = new CancellationTokenSource();
        dead.Handler.Behave = (_, _, token) =>
        {
            killed.Cancel();
            token.ThrowIfCancellationRequested();
            return ValueTask.FromResult(EffectResult<BellCommand>.Done);
        };
        dead.Clock.Advance(Hour);
        await Should.ThrowAsync<OperationCanceledException>(() => dead.Work.RunAllAsync(killed.Token));

        await using var other = new BellTower(dead.Store, dead.Clock, name: "other");
        (await other.Work.RunEffectsAsync(Cancel)).ShouldBe(0, "the lease still holds");
        dead.Clock.Advance(TimeSpan.FromMinutes(1));
        (await other.Work.RunEffectsAsync(Cancel)).ShouldBe(1);

        (await other.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["told c"]);
    }

    [Fact]
    public async Task Effect_ThatFailsTransiently_WaitsTwiceAsLongEachTimeUpToTheCap()
    {
        await using var tower = new BellTower(configure: options =>
        {
            options.Effects.MaxAttempts = 6;
            options.Effects.BaseDelay = TimeSpan.FromSeconds(10);
            options.Effects.MaxDelay = TimeSpan.FromSeconds(60);
        });
        tower.Handler.Behave = (_, _, _) => throw new VendorFault(FailureKind.Transient);
        await RingAsync(tower);

        List<double> waits = [];
        while (await tower.Store.NextDueAsync(Cancel) is { } due)
        {
            waits.Add((due - tower.Clock.GetUtcNow()).TotalSeconds);
            tower.Clock.AdvanceTo(due);
            await tower.Work.RunEffectsAsync(Cancel);
        }

        waits.ShouldBe([10, 20, 40, 60, 60]);
        tower.Handler.Runs.Select(run => run.Attempt).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Effect_WhoseVendorAsksToWait_WaitsAtLeastThatLongButNotBeyondTheCap()
    {
        await using var tower = new BellTower(configure: options => options.Effects.MaxDelay = TimeSpan.FromSeconds(90));
        tower.Handler.Behave = (_, context, _) => throw new VendorFault(FailureKind.Transient, TimeSpan.FromSeconds(context.Attempt == 1 ? 45 : 9_000));
        await RingAsync(tower);
        var now = tower.Clock.GetUtcNow();

        (await tower.Store.NextDueAsync(Cancel)).ShouldBe(now.AddSeconds(45));
        tower.Clock.Advance(TimeSpan.FromSeconds(45));
        await tower.Work.RunEffectsAsync(Cancel);
        (await tower.Store.NextDueAsync(Cancel)).ShouldBe(now.AddSeconds(45 + 90));
    }

    [Fact]
    public async Task Effect_ThatFailedForGood_IsVisibleTellsTheMachineAndCanBeRetried()
    {
        await using var tower = new BellTower();
        tower.Handler.Behave = (_, _, _) => throw new VendorFault(FailureKind.Refused);
        await RingAsync(tower);

        var failed = (await tower.FailedEffects.ListAsync(Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem();
        failed.Error.ShouldBe("the vendor is down");
        failed.Attempts.ShouldBe(1);
        failed.Content.ShouldContain("\"tell\"");
        (await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["gave up: Refused"]);

        tower.Handler.Behave = new BellHandler().Behave;
        (await tower.FailedEffects.RetryAsync(failed.Id, Cancel)).ShouldBeTrue();
        await tower.Work.RunAllAsync(Cancel);

        (await tower.FailedEffects.ListAsync(Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["gave up: Refused", "told c"]);
    }

    [Fact]
    public async Task Effect_ThatFailedForGood_CanBeDiscarded()
    {
        await using var tower = new BellTower();
        tower.Handler.Behave = (_, _, _) => ValueTask.FromResult(EffectResult<BellCommand>.Fail("no use"));
        await RingAsync(tower);
        var failed = (await tower.FailedEffects.ListAsync(Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem();

        (await tower.FailedEffects.DiscardAsync(failed.Id, Cancel)).ShouldBeTrue();

        (await tower.FailedEffects.RetryAsync(failed.Id, Cancel)).ShouldBeFalse();
        (await tower.Work.RunAllAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Effect_ThatTakesLongerThanItsLease_KeepsItByExtendingIt()
    {
        await using var tower = new BellTower(name: "slow");
        await using var other = new BellTower(tower.Store, tower.Clock, name: "other");
        await WindAsync(tower);
        tower.Clock.Advance(Hour);
        var entered = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        tower.Handler.Behave = async (_, _, _) =>
        {
            entered.SetResult();
            await finish.Task;
            return EffectResult<BellCommand>.Report(new BellCommand.Note("slow"));
        };
        var running = tower.Work.RunAllAsync(Cancel);
        await entered.Task;
        for (var i = 0; i < 10; i++)
        {
            // Half a lease at a time: the extension falls due, and is awaited, with the timer of the next one, before time moves on.
            var leasedUntil = await tower.Store.NextDueAsync(Cancel);
            tower.Clock.Advance(TimeSpan.FromSeconds(30));
            await Eventually(async () => await tower.Store.NextDueAsync(Cancel) > leasedUntil && tower.Clock.DueTimes.Contains(tower.Clock.GetUtcNow().AddSeconds(30)));
            (await other.Work.RunEffectsAsync(Cancel)).ShouldBe(0);
        }

        finish.SetResult();
        await running;
        (await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["slow"]);
    }

    [Fact]
    public async Task Effect_OfACommitThatTookLongerThanItsLease_IsLeftToTheWorkerThatTookItOver()
    {
        var store = new InterceptingStore(new InMemoryMachineStore());
        await using var tower = new BellTower(store);
        store.AfterCommit = async commit =>
        {
            if (commit.Effects.Count > 0)
            {
                tower.Clock.Advance(Hour);
                (await tower.Work.RunEffectsAsync(Cancel)).ShouldBe(1);
            }
        };

        (await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Chime("e"), BellTower.Anna, Cancel)).ValueOrThrow();

        tower.Handler.Runs.ShouldHaveSingleItem();
        (await tower.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["told e"]);
    }

    [Fact]
    public async Task Effect_WhoseLeaseRanOutButThatNobodyTook_IsRunInline()
    {
        var store = new InterceptingStore(new InMemoryMachineStore());
        await using var tower = new BellTower(store);
        store.AfterCommit = commit =>
        {
            tower.Clock.Advance(commit.Effects.Count > 0 ? Hour : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        (await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Chime("e"), BellTower.Anna, Cancel)).ValueOrThrow().State!.Notes.ShouldBe(["told e"]);

        tower.Handler.Runs.ShouldHaveSingleItem();
        (await tower.Store.NextDueAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Effect_ThatRunsInline_IsNotRunByThisHostsWorkerAsWell()
    {
        await using var tower = new BellTower();
        tower.Handler.Behave = async (effect, context, cancel) =>
        {
            // The host stood still: the lease is over before it could be extended, and the worker is handed what the host itself is running.
            if (tower.Handler.Runs.Count == 1)
            {
                var lease = new Lease("other", tower.Clock.GetUtcNow() + Hour);
                (await tower.Store.LeaseEffectsAsync(lease, tower.Clock.GetUtcNow() + TimeSpan.FromDays(1), 10, cancel)).ShouldHaveSingleItem();
                await tower.Store.LeaseEffectAsync(context.Id, new Lease("tower", tower.Clock.GetUtcNow()), tower.Clock.GetUtcNow() + TimeSpan.FromDays(2), cancel);
                await tower.Work.RunEffectsAsync(cancel);
            }

            return EffectResult<BellCommand>.Report(new BellCommand.Note("told"));
        };

        (await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Chime("e"), BellTower.Anna, Cancel)).ValueOrThrow();

        tower.Handler.Runs.ShouldHaveSingleItem();
    }

    private static async Task WindAsync(BellTower tower) =>
        (await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(Hour, "c"), BellTower.Anna, Cancel)).ValueOrThrow();

    private static async Task RingAsync(BellTower tower)
    {
        await WindAsync(tower);
        tower.Clock.Advance(Hour);
        await tower.Work.RunAllAsync(Cancel);
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
