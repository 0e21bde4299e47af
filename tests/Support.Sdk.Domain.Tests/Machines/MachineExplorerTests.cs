using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Machines;

public sealed class MachineExplorerTests
{
    [Fact]
    public void Explore_SoundMachine_CoversEveryCellAndCompletes()
    {
        var exploration = Explore<Sound>(new DoorModel());

        exploration.ThrowIfFailed().IsComplete.ShouldBeTrue();
        exploration.Covered.Count.ShouldBe(DoorRefusals.Table.Rows.Count);
    }

    [Fact]
    public void Explore_EdgeBehindSeveralSteps_FindsAShortestPath()
    {
        var path = Explore<Sound>(new DoorModel()).Covered.Single(covered => covered.Edge == new TableEdge("door", "Locked", "Open")).Path;

        path.Select(input => input.Command).ShouldBe([new DoorCommand.Lock(5), new DoorCommand.Open()]);
    }

    [Fact]
    public void Explore_CommandLeftOut_ReportsTheCellsThatNobodyExercised()
    {
        var exploration = Explore<Sound>(new DoorModel { WithLock = false });

        exploration.Uncovered.ShouldBe(
            DoorRefusals.Table.Rows.Where(row => row.From == "Locked" || row.Trigger == "Lock").Select(row => new TableEdge("door", row.From, row.Trigger)),
            ignoreOrder: true);
        Should.Throw<ExplorationException>(() => exploration.ThrowIfFailed()).Message.ShouldContain("door: Locked × Open");
        exploration.ThrowIfFailed(requireCoverage: false).ShouldBeSameAs(exploration);
    }

    [Fact]
    public void Explore_BoundMet_SaysThatItIsNotComplete()
    {
        var exploration = new MachineExplorer<DoorMachine<Sound>, Door, DoorCommand, DoorEvent, DoorEffect>(new DoorModel()) { MaxStates = 2 }.Explore();

        exploration.IsComplete.ShouldBeFalse();
        exploration.States.ShouldBe(2);
    }

    [Fact]
    public void Explore_BoundNotPositive_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new MachineExplorer<DoorMachine<Sound>, Door, DoorCommand, DoorEvent, DoorEffect>(new DoorModel()) { MaxDepth = 0 }.Explore());

    [Fact]
    public void Explore_DecidesDifferentlyEachTime_Fails() => Explore<Impure>().Failure!.Check.ShouldBe(ExplorationCheck.DecidePure);

    [Fact]
    public void Explore_WaitThatIsOver_Fails() => Explore<WaitsForThePast>().Failure!.Check.ShouldBe(ExplorationCheck.RefusalNotBefore);

    [Fact]
    public void Explore_ExplainDisagrees_Fails() => Explore<Misleading>().Failure!.Check.ShouldBe(ExplorationCheck.ExplainAgrees);

    [Fact]
    public void Explore_RefusalThatTheTableDoesNotName_Fails()
    {
        var failure = Explore<Unlisted>().Failure!;

        failure.Check.ShouldBe(ExplorationCheck.TransitionTable);
        failure.Detail.ShouldBe("door: Open × Lock: the table does not name the refusal door.surprise.");
    }

    [Fact]
    public void Explore_EvolveLooksOutside_Fails() => Explore<Unrepeatable>().Failure!.Check.ShouldBe(ExplorationCheck.ReplayEqualsState);

    [Fact]
    public void Explore_AdvanceNeverComesToRest_Fails() => Explore<Restless>().Failure!.Check.ShouldBe(ExplorationCheck.AdvanceIdempotent);

    [Fact]
    public void Explore_DeadlineMissedByATick_Fails() => Explore<Late>().Failure!.Check.ShouldBe(ExplorationCheck.DeadlineExact);

    [Fact]
    public void Explore_RuleOfTheModelBroken_Fails()
    {
        var failure = Explore<Sound>(new DoorModel { MaxOpenings = 1 }).Failure!;

        failure.Check.ShouldBe(ExplorationCheck.Model);
        failure.Detail.ShouldBe("Opened 2 times.");
        failure.Path.ShouldBe([new(new DoorCommand.Open(), TimeSpan.Zero), new(new DoorCommand.Close(), TimeSpan.Zero), new(new DoorCommand.Open(), TimeSpan.Zero)]);
    }

    [Fact]
    public void Explore_MachineThrowsAfterADetour_ReportsTheMinimalSequence()
    {
        var exploration = Explore<Brittle>(new DoorModel { OnlyPaintFirst = true });
        var failure = exploration.Failure!;

        failure.Check.ShouldBe(ExplorationCheck.NoException);
        failure.Detail.ShouldContain("The hinge broke.");
        failure.Path.Select(input => input.Command?.GetType().Name).ShouldBe(["Open", "Close", "Open", "Close"]);
        Should.Throw<ExplorationException>(() => exploration.ThrowIfFailed()).Message.ShouldContain("4. Close");
    }

    private static Exploration<DoorCommand> Explore<TFault>(DoorModel? model = null)
        where TFault : IDoorFault => new MachineExplorer<DoorMachine<TFault>, Door, DoorCommand, DoorEvent, DoorEffect>(model ?? new DoorModel()).Explore();

    private sealed class Impure : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.DecidePure;
    }

    private sealed class WaitsForThePast : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.RefusalNotBefore;
    }

    private sealed class Misleading : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.ExplainAgrees;
    }

    private sealed class Unlisted : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.TransitionTable;
    }

    private sealed class Unrepeatable : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.ReplayEqualsState;
    }

    private sealed class Restless : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.AdvanceIdempotent;
    }

    private sealed class Late : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.DeadlineExact;
    }

    private sealed class Brittle : IDoorFault
    {
        public static ExplorationCheck? Breaks => ExplorationCheck.NoException;
    }
}
