using System.Text;
using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

/// <summary>Commands that take place once per key, actor and stream.</summary>
public sealed class CommandKeyTests
{
    private static readonly StreamId Stream = BellMachine.Stream("a");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_Repeated_TakesPlaceOnceAndAnswersTheStateAsItStandsNow()
    {
        await using var tower = new BellTower();
        (await NoteAsync(tower, "first", "k1")).ValueOrThrow().Version.ShouldBe(1);
        await NoteAsync(tower, "second", "k2");

        var repeated = (await NoteAsync(tower, "first", "k1")).ValueOrThrow();

        repeated.Version.ShouldBe(2);
        repeated.State!.Notes.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Execute_RepeatedOnAnotherHost_TakesPlaceOnce()
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");
        await using var other = new BellTower(tower.Store, tower.Clock, name: "other");

        (await NoteAsync(other, "first", "k1")).ValueOrThrow().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Execute_RepeatedWhenItWouldBeRefusedByNow_IsAccepted()
    {
        await using var tower = new BellTower();
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(1));
        var options = new CommandOptions { Key = Key("k1", "reset") };
        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Reset(), BellTower.Anna, options, Cancel)).IsAccepted.ShouldBeTrue();

        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Reset(), BellTower.Anna, options, Cancel)).ValueOrThrow().State!.Status.ShouldBe(BellStatus.Idle);
        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Reset(), BellTower.Anna, Cancel)).Refusal.ShouldBe(BellMachine.Silent.Refuse());
    }

    [Fact]
    public async Task Execute_KeyOfAnotherPayload_IsRefusedAndChangesNothing()
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");

        (await NoteAsync(tower, "other", "k1")).Refusal.ShouldBe(KernelRefusals.KeyReused.Refuse());

        (await tower.Runner.ReadAsync(Stream, Cancel)).State!.Notes.ShouldBe(["first"]);
    }

    [Fact]
    public async Task Execute_SameKeyOfAnotherActorOrOnAnotherStream_IsACommandOfItsOwn()
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");
        var bert = BellTower.Anna with { Actor = new Actor("bert") };
        var options = new CommandOptions { Key = Key("k1", "first") };

        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note("first"), bert, options, Cancel)).ValueOrThrow().State!.Notes.ShouldBe(["first", "first"]);
        (await tower.Runner.ExecuteAsync(BellMachine.Stream("b"), new BellCommand.Note("first"), BellTower.Anna, options, Cancel)).ValueOrThrow().Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("K1")]
    [InlineData("k1 ")]
    [InlineData("k")]
    public async Task Execute_OtherKey_IsACommandOfItsOwn(string other)
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");

        (await NoteAsync(tower, "first", other)).ValueOrThrow().Version.ShouldBe(2);
    }

    [Fact]
    public async Task Execute_ActorAndKeyThatJoinToTheSameText_AreCommandsOfTheirOwn()
    {
        await using var tower = new BellTower();
        var options = new CommandOptions { Key = Key("bc", "x") };
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note("x"), new(new Actor("a")), options, Cancel);
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note("x"), new(new Actor("ab")), new CommandOptions { Key = Key("c", "x") }, Cancel);

        var correlations = (await tower.Runner.ReadHistoryAsync(Stream, Cancel).ToListAsync(Cancel)).Select(entry => entry.CorrelationId).ToList();

        correlations.Count.ShouldBe(2);
        correlations.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Execute_ManyAtOnceOnTwoHosts_TakePlaceOnce()
    {
        await using var tower = new BellTower(configure: Patient);
        await using var other = new BellTower(tower.Store, tower.Clock, Patient, "other");
        BellTower[] hosts = [tower, other];

        // The stream does not exist yet: some lose to the one that makes it, others find it made.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => NoteAsync(hosts[i % 2], "first", "k1"), Cancel)));

        outcomes.ShouldAllBe(outcome => outcome.IsAccepted);
        (await tower.Runner.ReadAsync(Stream, Cancel)).State!.Notes.ShouldBe(["first"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Execute_OvertakenByItsOwnRepetition_TakesPlaceOnce(int before)
    {
        var inner = new InMemoryMachineStore();
        await using var rival = new BellTower(inner);
        for (var i = 0; i < before; i++)
        {
            await NoteAsync(rival, $"before {i}", null);
        }

        await using var tower = new BellTower(new InterceptingStore(inner) { BeforeCommit = _ => NoteAsync(rival, "first", "k1") });

        (await NoteAsync(tower, "first", "k1")).ValueOrThrow().Version.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Execute_OvertakenByOthers_SearchesOnlyWhatIsNew()
    {
        var inner = new InMemoryMachineStore();
        await using var rival = new BellTower(inner);
        await NoteAsync(rival, "one", null);
        await NoteAsync(rival, "two", null);
        var overtake = true;
        var store = new InterceptingStore(inner);
        store.BeforeCommit = async _ =>
        {
            if (overtake)
            {
                overtake = false;
                await NoteAsync(rival, "three", null);
            }
        };
        await using var tower = new BellTower(store);

        (await NoteAsync(tower, "mine", "k1")).ValueOrThrow().Version.ShouldBe(4);

        store.HistoryReads.ShouldBe([0, 2]);
    }

    [Fact]
    public async Task Execute_WithoutKeyOrOnANewStream_ReadsNoHistory()
    {
        var store = new InterceptingStore(new InMemoryMachineStore());
        await using var tower = new BellTower(store);
        await NoteAsync(tower, "first", "k1");
        await NoteAsync(tower, "second", null);
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note("third"), BellTower.Anna, new CommandOptions { ExpectedVersion = 2 }, Cancel);

        store.HistoryReads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Execute_RepeatedWithTheVersionOfTheFirstTime_IsAcceptedAlthoughTheVersionChanged()
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1", expected: 0);

        (await NoteAsync(tower, "first", "k1", expected: 0)).ValueOrThrow().Version.ShouldBe(1);
        (await NoteAsync(tower, "other", "k1", expected: 0)).Refusal.ShouldBe(KernelRefusals.KeyReused.Refuse());
        (await NoteAsync(tower, "other", "k2", expected: 0)).Refusal.ShouldBe(KernelRefusals.VersionChanged.Refuse(0, 1));
    }

    [Fact]
    public async Task Execute_RefusedFirst_HasNotUsedUpTheKey()
    {
        await using var tower = new BellTower();
        var options = new CommandOptions { Key = Key("k1", "reset") };
        (await tower.Runner.ExecuteAsync(Stream, new BellCommand.Reset(), BellTower.Anna, options, Cancel)).Refusal.ShouldBe(BellMachine.Silent.Refuse());

        (await NoteAsync(tower, "now", "k1")).ValueOrThrow().State!.Notes.ShouldBe(["now"]);
    }

    [Fact]
    public async Task Execute_Repeated_RunsNoEffectAgain()
    {
        await using var tower = new BellTower();
        var wind = new BellCommand.Wind(TimeSpan.FromHours(1), "c");
        var options = new CommandOptions { Key = Key("k1", "wind") };
        await tower.Runner.ExecuteAsync(Stream, wind, BellTower.Anna, options, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(1));
        await tower.Work.RunAllAsync(Cancel);
        tower.Handler.Runs.Count.ShouldBe(1);

        var repeated = (await tower.Runner.ExecuteAsync(Stream, wind, BellTower.Anna, options, Cancel)).ValueOrThrow();
        await tower.Work.RunAllAsync(Cancel);

        repeated.State!.Status.ShouldBe(BellStatus.Rung);
        tower.Handler.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Execute_WithKey_RecordsItInTheCorrelationAndKeepsTheCallers()
    {
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Note("second"), new(new Actor("anna")), new CommandOptions { Key = Key("k2", "second") }, Cancel);

        var history = await tower.Runner.ReadHistoryAsync(Stream, Cancel).ToListAsync(Cancel);

        history[0].CorrelationId.ShouldMatch("^key:[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{11}/corr-1$");
        history[1].CorrelationId.ShouldMatch("^key:[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{11}$");
        history.ShouldAllBe(entry => entry.ActorId == "anna");
    }

    [Fact]
    public async Task Execute_WithKey_StoresWhatLaterVersionsMustFindAgain()
    {
        // The form is in databases: a change of it would let every command under way take place twice.
        await using var tower = new BellTower();
        await NoteAsync(tower, "first", "k1");

        (await tower.Runner.ReadHistoryAsync(Stream, Cancel).SingleAsync(Cancel)).CorrelationId.ShouldBe("key:5CFjYKh6lmRG55W80JsDfw.p5N7ZLjKpY8/corr-1");
    }

    [Fact]
    public async Task Execute_WithKeyAfterADeadline_LeavesTheKeyOutOfWhatTimeBroughtAbout()
    {
        await using var tower = new BellTower();
        await tower.Runner.ExecuteAsync(Stream, new BellCommand.Wind(TimeSpan.FromHours(1), "c"), BellTower.Anna, Cancel);
        tower.Clock.Advance(TimeSpan.FromHours(1));
        await NoteAsync(tower, "late", "k1");

        var history = await tower.Runner.ReadHistoryAsync(Stream, afterVersion: 1, Cancel).ToListAsync(Cancel);

        history.Select(entry => (entry.Version, entry.CorrelationId.StartsWith("key:", StringComparison.Ordinal))).ShouldBe([(2, false), (3, true)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Create_NoKey_Throws(string? key) => Should.Throw<ArgumentException>(() => CommandKey.Create(key!, [])).ParamName.ShouldBe("key");

    [Fact]
    public void Create_TooLong_ThrowsAndTheLongestDoesNot()
    {
        CommandKey.Create(new string('k', CommandKey.MaxLength), []).Value.Length.ShouldBe(255);
        Should.Throw<ArgumentException>(() => CommandKey.Create(new string('k', CommandKey.MaxLength + 1), [])).ParamName.ShouldBe("key");
    }

    [Fact]
    public void Equals_SameKeyAndPayload_AreEqual()
    {
        Key("k1", "x").ShouldBe(Key("k1", "x"));
        Key("k1", "x").ShouldNotBe(Key("k1", "y"));
        Key("k1", "x").ShouldNotBe(Key("k2", "x"));
    }

    private static void Patient(Options.SupportSdkOptions options) => options.MaxDecisionAttempts = 100;

    private static CommandKey Key(string key, string payload) => CommandKey.Create(key, Encoding.UTF8.GetBytes(payload));

    private static async Task<Outcome<MachineView<Bell>>> NoteAsync(BellTower tower, string text, string? key, long? expected = null) =>
        await tower.Runner.ExecuteAsync(
            Stream,
            new BellCommand.Note(text),
            BellTower.Anna,
            new CommandOptions { Key = key is null ? null : Key(key, text), ExpectedVersion = expected },
            Cancel);
}
