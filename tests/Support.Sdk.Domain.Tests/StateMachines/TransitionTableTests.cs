using Shouldly;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.StateMachines;

public sealed class TransitionTableTests
{
    private static readonly RefusalCode Code = new("test.no", "TEST-01");

    private enum Light
    {
        Red,
        Green,
        Broken,
    }

    private enum Signal
    {
        Go,
        Stop,
    }

    private enum Gaps
    {
        One = 1,
        Two,
    }

    private enum Small : byte
    {
        Zero,
    }

    [Fact]
    public void Create_SoundTable_ListsARowPerCellInTheOrderOfTheEnums()
    {
        var table = Create(Sound);

        table.Name.ShouldBe("light");
        table.Initial.ShouldBe("Red");
        table.Terminals.ShouldBe(["Broken"]);
        table.Rows.Select(row => $"{row.From} {row.Trigger} {row.Outcome} {string.Join('/', row.Targets)} {string.Join('/', row.Refusals)}").ShouldBe(
        [
            "Red Go Moves Green/Broken test.no",
            "Red Stop Stays Red ",
            "Green Go Refused  test.no",
            "Green Stop Moves Red ",
            "Broken Go Refused  test.no",
            "Broken Stop Stays Broken ",
        ]);
    }

    [Theory]
    [InlineData(0, 0, true, 1)]
    [InlineData(0, 1, true, 0)]
    [InlineData(1, 0, false, 1)]
    [InlineData(1, 1, true, 0)]
    public void TryGetNext_EachOutcome_AnswersTheFirstTargetOrTheStatusItself(int status, int trigger, bool accepted, int next)
    {
        Create(Sound).TryGetNext((Light)status, (Signal)trigger, out var found).ShouldBe(accepted);

        found.ShouldBe((Light)next);
    }

    [Fact]
    public void TryGetNext_Many_AllocatesNothing()
    {
        var table = Create(Sound);
        table.TryGetNext(Light.Red, Signal.Go, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            table.TryGetNext(Light.Red, Signal.Go, out _);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Indexer_CellThatAlwaysRefuses_HoldsTheRefusalMadeBeforehand()
    {
        var table = Create(Sound);

        table[Light.Green, Signal.Go].Refusal.ShouldBe(Code.Refuse());
        table[Light.Red, Signal.Go].Refusal.ShouldBeNull();
    }

    [Fact]
    public void Create_CellMissing_Throws() => MessageOf(table =>
    {
        table.Move(Light.Red, Signal.Go, Light.Green);
        table.Move(Light.Green, Signal.Stop, Light.Broken);
        table.Terminal(Light.Broken);
    }).ShouldContain("The cell Red × Stop is missing.");

    [Fact]
    public void Create_CellDefinedTwice_Throws() => MessageOf(table =>
    {
        Sound(table);
        table.Stay(Light.Red, Signal.Go);
    }).ShouldEndWith("not sound. The cell Red × Go is defined twice.");

    [Fact]
    public void Create_StatusThatNothingReaches_Throws() => MessageOf(table =>
    {
        table.Move(Light.Red, Signal.Go, Light.Green);
        table.Move(Light.Green, Signal.Stop, Light.Red);
        table.OtherwiseStay(Signal.Go);
        table.OtherwiseStay(Signal.Stop);
        table.Terminal(Light.Broken);
    }).ShouldEndWith("not sound. The status Broken cannot be reached.");

    [Fact]
    public void Create_DeadEndThatIsNotMeant_Throws() => MessageOf(table =>
    {
        Sound(table, isTerminal: false);
    }).ShouldEndWith("not sound. The status Broken is a dead end; say Terminal if it is meant.");

    [Fact]
    public void Create_TerminalThatIsLeft_Throws() => MessageOf(table =>
    {
        Sound(table);
        table.Terminal(Light.Green);
    }).ShouldEndWith("not sound. The cell Green × Stop leaves a terminal status.");

    [Fact]
    public void Create_RefusalWithoutCode_Throws() => MessageOf(table =>
    {
        table.Move(Light.Red, Signal.Go, Light.Green, or: [Light.Broken]);
        table.Refuse(Light.Red, Signal.Stop);
        table.Move(Light.Green, Signal.Stop, Light.Red);
        table.OtherwiseStay(Signal.Go);
        table.OtherwiseStay(Signal.Stop);
        table.Terminal(Light.Broken);
    }).ShouldEndWith("not sound. The cell Red × Stop refuses without a code.");

    [Fact]
    public void Create_TriggerRefusedEverywhere_Throws() => MessageOf(table =>
    {
        table.Move(Light.Red, Signal.Go, Light.Green);
        table.Move(Light.Green, Signal.Go, Light.Broken);
        table.OtherwiseStay(Signal.Go);
        table.OtherwiseRefuse(Signal.Stop, Code);
        table.Terminal(Light.Broken);
    }).ShouldEndWith("not sound. Nobody handles the trigger Stop.");

    [Fact]
    public void Create_SeveralProblems_NamesThemAll()
    {
        var message = MessageOf(table => table.Move(Light.Red, Signal.Go, Light.Green));

        message.ShouldContain("The cell Red × Stop is missing.");
        message.ShouldContain("The status Broken cannot be reached.");
        message.ShouldContain("The status Green is a dead end");
    }

    [Fact]
    public void Create_EnumOfAnotherForm_Throws()
    {
        Should.Throw<ArgumentException>(() => TransitionTable<Gaps, Signal>.Create("x", Gaps.One, _ => { })).Message
            .ShouldBe("The values of the enum Gaps must be 0, 1, 2, … without gaps.");
        Should.Throw<ArgumentException>(() => TransitionTable<Light, Small>.Create("x", Light.Red, _ => { })).Message
            .ShouldBe("The enum Small must have the underlying type int.");
    }

    [Fact]
    public void Diagram_InMermaid_DrawsMovesAndMarksTheCurrentStatus() => Diagram.ToMermaid(Create(Sound), "Green").ShouldBe(
        "stateDiagram-v2\n  [*] --> Red\n  Red --> Green : Go [no]\n  Red --> Broken : Go [no]\n  Green --> Red : Stop\n"
        + "  Broken --> [*]\n  classDef current stroke-width:4px\n  class Green current\n");

    [Fact]
    public void Diagram_InDot_DrawsMovesAndMarksTheCurrentStatus() => Diagram.ToDot(Create(Sound), "Green").ShouldBe(
        "digraph \"light\" {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n  start [shape=point];\n  start -> Red;\n  Broken [peripheries=2];\n"
        + "  Green [penwidth=3];\n  Red -> Green [label=\"Go [no]\"];\n  Red -> Broken [label=\"Go [no]\"];\n  Green -> Red [label=\"Stop\"];\n}\n");

    [Fact]
    public void Diagram_CurrentIsNoStatus_Throws()
    {
        Should.Throw<ArgumentException>(() => Diagram.ToMermaid(Create(Sound), "Blue")).ParamName.ShouldBe("current");
        Should.Throw<ArgumentException>(() => Diagram.ToDot(Create(Sound), "Blue")).ParamName.ShouldBe("current");
    }

    [Fact]
    public void MachineInfo_BadArguments_Throw()
    {
        var table = Create(Sound);

        Should.Throw<ArgumentException>(() => new MachineInfo("Lights", 1, table)).ParamName.ShouldBe("name");
        Should.Throw<ArgumentOutOfRangeException>(() => new MachineInfo("lights", 0, table)).ParamName.ShouldBe("version");
        Should.Throw<ArgumentException>(() => new MachineInfo("lights", 1)).ParamName.ShouldBe("tables");
        new MachineInfo("lights", 2, table).ToString().ShouldBe("lights/2");
    }

    private static TransitionTable<Light, Signal> Create(Action<TransitionTableBuilder<Light, Signal>> define) =>
        TransitionTable<Light, Signal>.Create("light", Light.Red, define);

    private static string MessageOf(Action<TransitionTableBuilder<Light, Signal>> define) => Should.Throw<ArgumentException>(() => Create(define)).Message;

    private static void Sound(TransitionTableBuilder<Light, Signal> table) => Sound(table, isTerminal: true);

    private static void Sound(TransitionTableBuilder<Light, Signal> table, bool isTerminal)
    {
        table.Move(Light.Red, Signal.Go, Light.Green, or: [Light.Broken], unless: [Code]);
        table.Move(Light.Green, Signal.Stop, Light.Red);
        table.OtherwiseRefuse(Signal.Go, Code);
        table.OtherwiseStay(Signal.Stop);
        if (isTerminal)
        {
            table.Terminal(Light.Broken);
        }
    }
}
