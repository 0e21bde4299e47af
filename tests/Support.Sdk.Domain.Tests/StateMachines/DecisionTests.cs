using Shouldly;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.StateMachines;

public sealed class DecisionTests
{
    private static readonly Refusal No = new RefusalCode("test.no", "TEST-01").Refuse();

    [Fact]
    public void Default_IsAcceptedWithNothingToRecord()
    {
        var decision = default(Decision<string>);

        decision.IsAccepted.ShouldBeTrue();
        decision.Count.ShouldBe(0);
        decision.Refusal.ShouldBeNull();
        decision.ToString().ShouldBe("accepted: nothing to record");
        Decision<string>.Accept().Count.ShouldBe(0);
    }

    [Fact]
    public void Event_Converted_IsAcceptedWithOneEvent()
    {
        Decision<string> decision = "a";

        decision.IsAccepted.ShouldBeTrue();
        decision.ToList().ShouldBe(["a"]);
        decision.ToString().ShouldBe("accepted: a");
    }

    [Fact]
    public void Accept_Several_KeepsTheirOrderAndItsOwnCopy()
    {
        string[] events = ["a", "b", "c"];
        var decision = Decision<string>.Accept(events);
        events[0] = "changed";
        List<string> seen = [];
        foreach (var @event in decision)
        {
            seen.Add(@event);
        }

        seen.ShouldBe(["a", "b", "c"]);
        decision[2].ShouldBe("c");
        decision.Count.ShouldBe(3);
        decision.ToString().ShouldBe("accepted: a, b, c");
    }

    [Fact]
    public void Refuse_IsNotAcceptedAndHasNoEvents()
    {
        Decision<string> converted = No;

        foreach (var decision in new[] { converted, Decision<string>.Refuse(No) })
        {
            decision.IsAccepted.ShouldBeFalse();
            decision.Refusal.ShouldBeSameAs(No);
            decision.ToList().ShouldBeEmpty();
            decision.ToString().ShouldBe("refused: test.no");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Indexer_OutOfRange_Throws(int index) => Should.Throw<ArgumentOutOfRangeException>(() => Decision<string>.Accept("a")[index]).ParamName.ShouldBe("index");

    [Fact]
    public void BadArguments_Throw()
    {
        Should.Throw<ArgumentException>(() => Decision<string>.Accept("a", null!)).ParamName.ShouldBe("events");
        Should.Throw<ArgumentNullException>(() => Decision<string>.Refuse(null!)).ParamName.ShouldBe("refusal");
    }

    [Fact]
    public void SingleEvent_DecidedAndRead_AllocatesNothing()
    {
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Run()
        {
            Decision<string> decision = "a";
            foreach (var @event in decision)
            {
                GC.KeepAlive(@event);
            }

            decision = No;
            GC.KeepAlive(decision.Refusal);
        }
    }

    [Fact]
    public void Outcome_OfValueAndRefusal_AnswersEachInItsWay()
    {
        Outcome<int> value = 3;
        Outcome<int> refused = No;

        value.IsAccepted.ShouldBeTrue();
        value.ValueOrThrow().ShouldBe(3);
        value.Select(number => number * 2).Value.ShouldBe(6);
        value.ToString().ShouldBe("3");
        refused.IsAccepted.ShouldBeFalse();
        refused.Select(number => number * 2).Refusal.ShouldBeSameAs(No);
        refused.ToString().ShouldBe("refused: test.no");
        Should.Throw<RefusedException>(() => refused.ValueOrThrow()).Message.ShouldContain("test.no");
    }
}
