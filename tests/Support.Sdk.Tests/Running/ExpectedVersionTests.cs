using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

/// <summary>Commands given on the sight of a version.</summary>
public sealed class ExpectedVersionTests
{
    private static readonly StreamId Stream = BellMachine.Stream("a");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    [InlineData(null)]
    public async Task Execute_AtThePresentVersionOrAtAny_IsDecided(int? expected)
    {
        await using var tower = await NotedTwiceAsync();

        var outcome = await NoteAsync(tower, "third", expected);

        outcome.ValueOrThrow().Version.ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Execute_AtAnotherVersion_IsRefusedWithBothAndChangesNothing(int expected)
    {
        await using var tower = await NotedTwiceAsync();

        var outcome = await NoteAsync(tower, "third", expected);

        outcome.Refusal.ShouldBe(KernelRefusals.VersionChanged.Refuse(expected, 2));
        (await tower.Runner.ReadAsync(Stream, Cancel)).State!.Notes.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Execute_ExpectingNothing_CreatesTheStreamOnce()
    {
        await using var tower = new BellTower();

        (await NoteAsync(tower, "first", 0)).ValueOrThrow().Version.ShouldBe(1);
        (await NoteAsync(tower, "again", 0)).Refusal.ShouldBe(KernelRefusals.VersionChanged.Refuse(0, 1));
    }

    [Fact]
    public async Task Execute_AtTheVersionSeenBeforeADeadline_IsRefusedAfterIt()
    {
        await using var tower = new BellTower();
        var seen = (await WindAsync(tower)).Version;
        tower.Clock.Advance(TimeSpan.FromHours(2));

        var outcome = await NoteAsync(tower, "late", seen);

        outcome.Refusal.ShouldBe(KernelRefusals.VersionChanged.Refuse(1, 2));
        var history = await tower.Runner.ReadHistoryAsync(Stream, Cancel).ToListAsync(Cancel);
        history.Select(entry => entry.Event.GetType().Name).ShouldBe(["Wound", "Rang"], "what time brought about is so, whatever becomes of the command");
    }

    [Fact]
    public async Task Execute_AtTheVersionSeenAfterADeadlineThatNobodyCommitted_IsDecided()
    {
        await using var tower = new BellTower();
        await WindAsync(tower);
        tower.Clock.Advance(TimeSpan.FromHours(2));
        var seen = await tower.Runner.ReadAsync(Stream, Cancel);
        seen.State!.Status.ShouldBe(BellStatus.Rung);

        (await NoteAsync(tower, "in time", seen.Version)).ValueOrThrow().Version.ShouldBe(3);
    }

    [Fact]
    public async Task Execute_AtTheVersionSeenAfterADeadlineThatAWorkerCommittedSince_IsDecided()
    {
        await using var tower = new BellTower();
        tower.Handler.Behave = (_, _, _) => ValueTask.FromResult(Effects.EffectResult<BellCommand>.Done);
        await WindAsync(tower);
        tower.Clock.Advance(TimeSpan.FromHours(2));
        var seen = await tower.Runner.ReadAsync(Stream, Cancel);
        await tower.Work.RunAllAsync(Cancel);

        (await NoteAsync(tower, "in time", seen.Version)).ValueOrThrow().Version.ShouldBe(3);
    }

    [Fact]
    public async Task Execute_OvertakenBetweenDecisionAndCommit_IsRefusedInsteadOfDecidedAnew()
    {
        var inner = new InMemoryMachineStore();
        await using var rival = new BellTower(inner);
        await using var tower = new BellTower(new InterceptingStore(inner) { BeforeCommit = _ => NoteAsync(rival, "rival", null) });

        var outcome = await NoteAsync(tower, "mine", 0);

        outcome.Refusal.ShouldBe(KernelRefusals.VersionChanged.Refuse(0, 1));
        (await rival.Runner.ReadAsync(Stream, Cancel)).State!.Notes.ShouldBe(["rival"]);
    }

    [Fact]
    public void ExpectedVersion_Negative_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CommandOptions { ExpectedVersion = -1 });

    private static async Task<BellTower> NotedTwiceAsync()
    {
        var tower = new BellTower();
        await NoteAsync(tower, "first", null);
        await NoteAsync(tower, "second", null);
        return tower;
    }

    private static async Task<MachineView<Bell>> WindAsync(BellTower tower) =>
        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel)).ValueOrThrow();

    private static async Task<Outcome<MachineView<Bell>>> NoteAsync(BellTower tower, string text, long? expected) =>
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note(text), BellTower.Anna, new CommandOptions { ExpectedVersion = expected }, Cancel);
}
