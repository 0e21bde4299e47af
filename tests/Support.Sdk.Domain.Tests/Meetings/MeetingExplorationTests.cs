using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Meetings;

public sealed class MeetingExplorationTests
{
    [Fact]
    [Requirement("MTG-05")]
    [Requirement("MTG-09")]
    public void Explore_OneMeeting_EveryReachableStateKeepsEveryRule()
    {
        var exploration = new MachineExplorer<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect>(new MeetingModel()).Explore();

        exploration.ThrowIfFailed(requireCoverage: false).IsComplete.ShouldBeTrue();

        // Replies are drafted by events about the meeting, so no command is one of these two triggers; MeetingTableTests walks them.
        exploration.Uncovered.ShouldAllBe(edge => edge.Table == "reply" && (edge.Trigger == nameof(ReplyTrigger.Draft) || edge.Trigger == nameof(ReplyTrigger.DraftAndSubmit)));
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Explore_TwoMeetingsUpToABound_EveryStateKeepsEveryRule() =>
        new MachineExplorer<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect>(new MeetingModel(meetings: 2)) { MaxStates = 300 }
            .Explore()
            .ThrowIfFailed(requireCoverage: false)
            .States.ShouldBe(300);
}
