using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Sessions;

public sealed class SessionExplorationTests
{
    [Fact]
    [Requirement("SES-08")]
    [Requirement("SES-14")]
    public void Explore_OneSession_EveryStateKeepsEveryRuleAndEveryCellIsReached()
    {
        var exploration = new MachineExplorer<AskedMachine, SupportSession, Asked, SessionEvent, NoEffect>(new SessionModel()) { MaxStates = 4_000 }.Explore();

        exploration.ThrowIfFailed(requireCoverage: false).IsComplete.ShouldBeTrue($"{exploration.States} states");

        // The access is the matter of SessionTableTests, for its triggers are events of the session.
        exploration.Uncovered.ShouldAllBe(edge => edge.Table == "session-access");
    }
}
