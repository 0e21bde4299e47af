using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

public sealed class MachineRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_AcceptedCommand_CommitsEventsWithTheirHistory()
    {
        await using var tower = new BellTower();
        var stream = BellMachine.Stream("a");

        var outcome = await tower.Runner.ExecuteAsync(stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);

        outcome.ValueOrThrow().State!.Status.ShouldBe(BellStatus.Wound);
        var entry = (await tower.Runner.ReadHistoryAsync(stream, Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem();
        entry.ShouldBe(new HistoryEntry<BellEvent>(
            1,
            new BellEvent.Wound(tower.Clock.GetUtcNow().AddHours(1), "c"),
            new StatusChange("", "Idle", "Wound"),
            "anna",
            tower.Clock.GetUtcNow(),
            "corr-1"));
    }

    [Fact]
    public async Task Execute_RefusedCommand_ChangesNothing()
    {
        await using var tower = new BellTower();

        var outcome = await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Reset(), BellTower.Anna, Cancel);

        outcome.Refusal.ShouldBe(BellMachine.Silent.Refuse());
        Should.Throw<RefusedException>(() => outcome.ValueOrThrow()).Refusal.Code.ShouldBe("bell.silent");
        (await tower.Store.LoadAsync(BellMachine.Stream("a"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Execute_RepeatOfWhatIsSo_IsAcceptedAndRecordsNothing()
    {
        await using var tower = new BellTower();
        var stream = BellMachine.Stream("a");
        var wind = new BellCommand.Wind(TimeSpan.FromHours(1), "c");
        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, Cancel);

        (await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, Cancel)).ValueOrThrow().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Execute_AfterADeadlineNobodyRan_CommitsTheExpiryFirstAndInTheNameOfTheSystem()
    {
        await using var tower = new BellTower();
        var stream = BellMachine.Stream("a");
        await tower.Runner.ExecuteAsync(stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(3));

        var outcome = await tower.Runner.ExecuteAsync(stream, new BellCommand.Reset(), BellTower.Anna, Cancel);

        outcome.ValueOrThrow().State!.Status.ShouldBe(BellStatus.Idle);
        var history = await tower.Runner.ReadHistoryAsync(stream, Cancel).ToListAsync(Cancel);
        history.Select(entry => (entry.Event.GetType().Name, entry.ActorId)).ShouldBe(
            [("Wound", "anna"), ("Rang", "system"), ("Reset", "anna")]);
        (await tower.Work.RunAllAsync(Cancel)).ShouldBe(1, "what time demands of the world is left to the workers");
    }

    [Fact]
    public async Task Execute_ManyAtOnceOnOneStream_LosesNoUpdate()
    {
        await using var tower = new BellTower(configure: options => options.MaxDecisionAttempts = 100);
        var stream = BellMachine.Stream("a");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            Task.Run(() => tower.Runner.ExecuteAsync(stream, new BellCommand.Note($"{i}"), BellTower.Anna, Cancel).AsTask(), Cancel)));

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted);
        var view = await tower.Runner.ReadAsync(stream, Cancel);
        view.Version.ShouldBe(32);
        view.State!.Notes.Order().ShouldBe(Enumerable.Range(0, 32).Select(i => $"{i}").Order());
    }

    [Fact]
    public async Task Execute_WhenOthersNeverStopChangingTheStream_IsRefusedAsConflict()
    {
        var inner = new InMemoryMachineStore();
        await using var rival = new BellTower(inner);
        await using var tower = new BellTower(
            new InterceptingStore(inner)
            {
                BeforeCommit = commit => rival.Runner.ExecuteAsync(commit.Stream, new BellCommand.Note("rival"), BellTower.Anna, Cancel).AsTask(),
            },
            configure: options => options.MaxDecisionAttempts = 3);

        var outcome = await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Note("mine"), BellTower.Anna, Cancel);

        outcome.Refusal.ShouldBe(KernelRefusals.Conflict.Refuse(3));
        (await rival.Runner.ReadAsync(BellMachine.Stream("a"), Cancel)).State!.Notes.ShouldBe(["rival", "rival", "rival"]);
    }

    [Fact]
    public async Task Execute_WhatAnotherStreamHoldsUniquely_IsRefusedAsTaken()
    {
        await using var tower = new BellTower();
        await tower.Runner.ExecuteAsync(BellMachine.Stream("a"), new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);

        var outcome = await tower.Runner.ExecuteAsync(BellMachine.Stream("b"), new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);

        outcome.Refusal.ShouldBe(KernelRefusals.ClaimTaken.Refuse("tone/c"));
    }

    [Fact]
    public async Task Read_SnapshotOfAnotherMachine_IsRefusedAndNothingIsOverwritten()
    {
        await using var tower = new BellTower();
        var stream = BellMachine.Stream("a");
        var foreign = new StoredSnapshot("organ", 1, "{}"u8.ToArray());
        await tower.Store.CommitAsync(
            new StreamCommit
            {
                Stream = stream,
                ExpectedVersion = 0,
                Events = [new(new("organ", 1, "x", """{"$type":"x"}"""u8.ToArray()), default)],
                Snapshot = foreign,
                ActorId = "x",
                At = tower.Clock.GetUtcNow(),
            },
            Cancel);

        var thrown = await Should.ThrowAsync<IncompatibleDataException>(
            async () => await tower.Runner.ExecuteAsync(stream, new BellCommand.Note("x"), BellTower.Anna, Cancel));

        thrown.Reason.ShouldBe(IncompatibilityReason.ForeignMachine);
        (await tower.Store.LoadAsync(stream, Cancel))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Read_StateBeyondItsDeadline_ShowsWhatTimeHasBroughtAboutWithoutCommittingIt()
    {
        await using var tower = new BellTower();
        var stream = BellMachine.Stream("a");
        await tower.Runner.ExecuteAsync(stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(1));

        var view = await tower.Runner.ReadAsync(stream, Cancel);

        view.State!.Status.ShouldBe(BellStatus.Rung);
        view.Version.ShouldBe(2, "the version at which a command given now is decided");
        (await tower.Store.LoadAsync(stream, Cancel))!.Version.ShouldBe(1);
        (await tower.Runner.ExplainAsync(stream, BellTower.Anna, Cancel)).ShouldHaveSingleItem().Availability.ShouldBe(ActionAvailability.Allowed);
    }
}
