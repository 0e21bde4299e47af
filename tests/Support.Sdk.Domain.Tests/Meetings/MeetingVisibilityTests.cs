using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// How long a meeting can be seen and joined, and what people may do meanwhile.
public sealed class MeetingVisibilityTests
{
    [Fact]
    [Requirement("MTG-08")]
    public void Instant_ExactlyOneHourAfterItWasAskedFor_IsGone()
    {
        var scene = new MeetingScene().Given(StartInstant(), Provisioned(access: Room));

        scene.At(Now.AddHours(1).AddTicks(-1)).Meeting.Status.ShouldBe(MeetingStatus.Live);
        MeetingMachine.JoinGuard(scene.Meeting, scene.Now).ShouldBeNull();
        scene.At(Now.AddHours(1)).Meeting.Status.ShouldBe(MeetingStatus.Ended);
        MeetingMachine.JoinGuard(scene.Meeting, scene.Now)!.Code.ShouldBe("meetings.over");
        scene.Meeting.Course.ShouldBe(new MeetingCourse(Now, Now.AddHours(1), MeetingEndReason.TimeUp));
    }

    [Fact]
    [Requirement("MTG-08")]
    public void Scheduled_StartedWhenItOpened_IsVisibleUntilItsPlannedEnd()
    {
        var scene = MeetingScenes.Live();

        scene.Meeting.VisibleUntil.ShouldBe(EndsAt);
        scene.At(EndsAt.AddTicks(-1)).Meeting.Status.ShouldBe(MeetingStatus.Live);
        scene.At(EndsAt).Meeting.Status.ShouldBe(MeetingStatus.Ended);
    }

    [Fact]
    [Requirement("MTG-08")]
    public void Scheduled_StartedLate_IsVisibleForItsDuration()
    {
        var late = StartsAt.AddMinutes(20);
        var scene = MeetingScenes.Scheduled().At(late).Given(new MeetingCommand.Start(Id));

        MeetingMachine.NextDeadline(scene.State).ShouldBe(late.AddHours(1));
        scene.At(late.AddHours(1).AddTicks(-1)).Meeting.Status.ShouldBe(MeetingStatus.Live);
        scene.At(late.AddHours(1)).Meeting.Status.ShouldBe(MeetingStatus.Ended);
    }

    [Fact]
    [Requirement("MTG-08")]
    public void JoinGuard_AtTheBoundaryBeforeTimeWasAdvanced_IsGoneAlready()
    {
        var live = MeetingScenes.Live().Meeting;
        var scheduled = MeetingScenes.Scheduled().Meeting;

        MeetingMachine.JoinGuard(live, EndsAt.AddTicks(-1)).ShouldBeNull();
        MeetingMachine.JoinGuard(live, EndsAt)!.Code.ShouldBe("meetings.over");
        MeetingMachine.JoinGuard(scheduled, EndsAt)!.Code.ShouldBe("meetings.over");
    }

    [Fact]
    [Requirement("MTG-10")]
    public void JoinGuard_OfAScheduledMeeting_OpensWithItsTime()
    {
        var meeting = MeetingScenes.Scheduled().Meeting;

        MeetingMachine.JoinGuard(meeting, OpensAt.AddTicks(-1))!.NotBefore.ShouldBe(OpensAt);
        MeetingMachine.JoinGuard(meeting, OpensAt).ShouldBeNull();
    }

    [Theory]
    [InlineData(MeetingStatus.None, "meetings.unknown-meeting")]
    [InlineData(MeetingStatus.Requested, "meetings.being-prepared")]
    [InlineData(MeetingStatus.Cancelling, "meetings.being-cancelled")]
    [InlineData(MeetingStatus.Cancelled, "meetings.cancelled")]
    [InlineData(MeetingStatus.Ended, "meetings.over")]
    [InlineData(MeetingStatus.Missed, "meetings.over")]
    [InlineData(MeetingStatus.Failed, "meetings.failed")]
    [Requirement("MTG-10")]
    public void JoinGuard_InEveryOtherStatus_SaysWhyNot(MeetingStatus status, string code)
    {
        var scene = MeetingScenes.With(status).First();

        MeetingMachine.JoinGuard(scene.State.FindMeeting(Id), scene.Now)!.Code.ShouldBe(code);
    }

    [Fact]
    [Requirement("MTG-11")]
    public void Explain_WorkItemWithoutMeetings_OffersToStartAndSchedule()
    {
        var actions = MeetingMachine.Explain(null, new CommandContext(Agent, Now));

        actions.Select(action => (action.Action, action.Availability, action.Refusal?.Code)).ShouldBe(
        [
            ("StartInstant", ActionAvailability.DependsOnPayload, null),
            ("Schedule", ActionAvailability.DependsOnPayload, null),
            ("Start", ActionAvailability.Refused, "meetings.unknown-meeting"),
            ("Cancel", ActionAvailability.Refused, "meetings.unknown-meeting"),
        ]);
    }

    [Fact]
    [Requirement("MTG-11")]
    public void Explain_ScheduledMeetingWithDraft_SaysWhatIsPossibleAndWhyTheRestIsNot()
    {
        var scene = MeetingScenes.Scheduled();

        MeetingMachine.Explain(scene.State, new CommandContext(Agent, Now)).Select(action => (action.Action, action.Subject, action.Availability, action.Refusal?.Code)).ShouldBe(
        [
            ("StartInstant", "", ActionAvailability.DependsOnPayload, null),
            ("Schedule", "", ActionAvailability.Refused, "meetings.already-scheduled"),
            ("Start", Id, ActionAvailability.Refused, "meetings.not-yet"),
            ("Cancel", Id, ActionAvailability.DependsOnPayload, null),
            ("EditReply", "r1", ActionAvailability.DependsOnPayload, null),
            ("SubmitReply", "r1", ActionAvailability.Allowed, null),
            ("DiscardReply", "r1", ActionAvailability.Allowed, null),
        ]);
        MeetingMachine.NextDeadline(scene.State).ShouldBe(EndsAt);
    }
}
