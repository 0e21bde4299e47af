using Shouldly;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.StateMachines;

public sealed class RefusalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RefusalCode NotYet = new("test.not-yet", "TEST-01", ["who", "from"], Remedy.Ask("host"), Remedy.Wait("from"));

    [Fact]
    public void Refuse_WithValues_AnswersThemByName()
    {
        var refusal = NotYet.Refuse("Alice", Noon);

        refusal["who"]!.Value.AsText().ShouldBe("Alice");
        refusal["nobody"].ShouldBeNull();
        refusal.NotBefore.ShouldBe(Noon);
        refusal.ToString().ShouldBe("test.not-yet(who: Alice, from: 2026-03-02T12:00:00Z)");
    }

    [Fact]
    public void NotBefore_WaitingDoesNotHelp_IsNull() => new RefusalCode("test.no", "TEST-01", ["from"]).Refuse(Noon).NotBefore.ShouldBeNull();

    [Fact]
    public void Equals_SameCodeAndValues_IsTrueWhateverTheOffset()
    {
        var refusal = NotYet.Refuse("Alice", Noon);
        var same = NotYet.Refuse("Alice", Noon.ToOffset(TimeSpan.FromHours(2)));

        refusal.ShouldBe(same);
        refusal.GetHashCode().ShouldBe(same.GetHashCode());
        refusal.Equals(NotYet.Refuse("Bob", Noon)).ShouldBeFalse();
        refusal.Equals(new RefusalCode("test.other", "TEST-01", ["who", "from"]).Refuse("Alice", Noon)).ShouldBeFalse();
        refusal.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void Refuse_CodeWithoutParameters_IsTheSameRefusalEachTime()
    {
        var code = new RefusalCode("test.no", "TEST-01");

        code.Refuse().ShouldBeSameAs(code.Refuse());
    }

    [Fact]
    public void Refuse_NumberOfValuesWrong_Throws() =>
        Should.Throw<ArgumentException>(() => NotYet.Refuse("Alice")).Message.ShouldStartWith("The refusal 'test.not-yet' takes 2 values, not 1.");

    [Theory]
    [InlineData("nodot")]
    [InlineData(".no")]
    [InlineData("test.No")]
    [InlineData("test.no way")]
    public void RefusalCode_NotOfTheForm_Throws(string code) => Should.Throw<ArgumentException>(() => new RefusalCode(code, "TEST-01")).ParamName.ShouldBe("code");

    [Fact]
    public void RefusalCode_WaitsForNoParameter_Throws() =>
        Should.Throw<ArgumentException>(() => new RefusalCode("test.no", "TEST-01", remedies: Remedy.Wait("from"))).ParamName.ShouldBe("remedies");

    [Fact]
    public void Actor_ComparesByIdAndKeepsRolesWithoutRegardToCase()
    {
        var actor = new Actor("alice", "Alice", ["Agent"], ["meetings:start"]);

        actor.ShouldBe(new Actor("alice", "Somebody else"));
        actor.GetHashCode().ShouldBe(new Actor("alice").GetHashCode());
        actor.Equals(new Actor("Alice")).ShouldBeFalse();
        actor.Roles.Contains("AGENT").ShouldBeTrue();
        actor.Permissions.Contains("Meetings:Start").ShouldBeTrue();
        new Actor("bob", " ").DisplayName.ShouldBe("bob");
        Should.Throw<ArgumentException>(() => new Actor(" ")).ParamName.ShouldBe("id");
    }

    [Fact]
    public void CommandContext_LocalTime_IsKeptAsUtc()
    {
        var context = new CommandContext(Actor.System, Noon.ToOffset(TimeSpan.FromHours(5)));

        context.Now.Offset.ShouldBe(TimeSpan.Zero);
        context.Now.ShouldBe(Noon);
        Should.Throw<ArgumentNullException>(() => new CommandContext(null!, Noon)).ParamName.ShouldBe("actor");
    }
}
