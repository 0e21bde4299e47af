using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

public sealed class MeetingSchedulingTests
{
    [Fact]
    [Requirement("MTG-04")]
    public void Schedule_Provisioned_IsScheduledAsPlanned()
    {
        var scene = MeetingScenes.Scheduled();

        scene.Meeting.Status.ShouldBe(MeetingStatus.Scheduled);
        scene.Meeting.Plan.ShouldBe(Plan);
        scene.Meeting.Plan.EndsAt.ShouldBe(EndsAt);
        scene.Meeting.Access.ShouldBe(Access);
    }

    [Fact]
    [Requirement("MTG-04")]
    public void Schedule_StartExactlyNow_IsAcceptedAndATickEarlierRefused()
    {
        new MeetingScene().Given(Schedule(plan: Plan with { StartsAt = Now }));

        var refusal = new MeetingScene().When(Schedule(plan: Plan with { StartsAt = Now.AddTicks(-1) })).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("meetings.start-in-past");
        refusal["start"]!.Value.AsInstant().ShouldBe(Now.AddTicks(-1));
        refusal["now"]!.Value.AsInstant().ShouldBe(Now);
    }

    [Theory]
    [InlineData(0, "meetings.duration-not-positive")]
    [InlineData(-1, "meetings.duration-not-positive")]
    [InlineData(9, "meetings.duration-out-of-range")]
    [InlineData(10, null)]
    [InlineData(1440, null)]
    [InlineData(1441, "meetings.duration-out-of-range")]
    [Requirement("MTG-04")]
    public void Schedule_Duration_IsCheckedAgainstTheProvidersLimits(int minutes, string? code)
    {
        var facts = new MeetingPrerequisites { MinimumDuration = TimeSpan.FromMinutes(10), MaximumDuration = TimeSpan.FromHours(24) };

        new MeetingScene().RefusalOf(Schedule(plan: Plan with { Duration = TimeSpan.FromMinutes(minutes) }, prerequisites: facts)).ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [Requirement("MTG-04")]
    public void Schedule_TopicEmpty_IsRefused(string topic) =>
        new MeetingScene().RefusalOf(Schedule(plan: Plan with { Topic = topic })).ShouldBe("meetings.topic-empty");

    [Fact]
    [Requirement("MTG-05")]
    public void Schedule_WhileOneIsScheduledOnItsWayLiveOrBeingCancelled_IsRefusedAndNamesIt()
    {
        foreach (var status in new[] { MeetingStatus.Requested, MeetingStatus.Scheduled, MeetingStatus.Live, MeetingStatus.Cancelling })
        {
            var scene = MeetingScenes.With(status).First();
            scene.Action(MeetingTrigger.Schedule, "").Refusal!.Code.ShouldBe("meetings.already-scheduled");

            var refusal = scene.When(Schedule("m2", "r7", Plan with { StartsAt = scene.Now.AddHours(5) })).Refusal.ShouldNotBeNull(status.ToString());
            refusal.Code.ShouldBe("meetings.already-scheduled");
            refusal["topic"]!.Value.AsText().ShouldBe("Outage");
            refusal["start"]!.Value.AsInstant().ShouldBe(StartsAt);
        }
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Schedule_AfterTheFirstEndedWasMissedCancelledOrFailed_IsAccepted()
    {
        foreach (var status in new[] { MeetingStatus.Ended, MeetingStatus.Missed, MeetingStatus.Cancelled, MeetingStatus.Failed })
        {
            var scene = MeetingScenes.With(status).First();

            scene.Given(Schedule("m2", "r7", Plan with { StartsAt = scene.Now.AddHours(5) })).State.Scheduled!.Id.ShouldBe("m2");
        }
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Schedule_ExactlyWhenTheFirstIsOver_IsAccepted()
    {
        var next = Schedule("m2", "r7", Plan with { StartsAt = EndsAt.AddHours(1) });

        MeetingScenes.Live().At(EndsAt.AddTicks(-1)).RefusalOf(next).ShouldBe("meetings.already-scheduled");
        MeetingScenes.Live().At(EndsAt).Given(next).State.Scheduled!.Id.ShouldBe("m2");
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Schedule_SameCommandTwice_IsOneMeeting()
    {
        var scene = new MeetingScene().Given(Schedule(), Schedule(), Provisioned(), Schedule());

        scene.State.Meetings.Length.ShouldBe(1);
        scene.Effects.ShouldBe([new MeetingEffect.Provision(Id)]);
    }

    [Fact]
    [Requirement("MTG-05")]
    public void Provisioned_LateWhileAnotherTookThePlace_IsDeletedAgain()
    {
        var scene = new MeetingScene().Given(
            Schedule(),
            new MeetingCommand.ReportProvisioningFailed(Id, MeetingEndReason.ProviderUnavailable, ""),
            Schedule("m2", "r2"),
            Provisioned());

        scene.Meeting.Status.ShouldBe(MeetingStatus.Failed);
        scene.Effects[^1].ShouldBe(new MeetingEffect.DeleteUnwanted(Host, "webex-1"));
        scene.State.Scheduled!.Id.ShouldBe("m2");
    }

    [Fact]
    public void Provisioned_LateAndStillWanted_BringsTheMeetingBack()
    {
        var scene = new MeetingScene().Given(Schedule(), new MeetingCommand.ReportProvisioningFailed(Id, MeetingEndReason.ProviderUnavailable, ""), Provisioned());

        scene.Meeting.Status.ShouldBe(MeetingStatus.Scheduled);
        scene.Meeting.Course.ShouldBeNull();
        scene.Reply().Status.ShouldBe(ReplyStatus.Draft);
    }

    [Fact]
    public void Requested_NeverAnswered_FailsWhenItsTimeIsOver()
    {
        var scene = new MeetingScene().Given(Schedule());
        MeetingMachine.NextDeadline(scene.State).ShouldBe(EndsAt);

        scene.At(EndsAt).Meeting.Status.ShouldBe(MeetingStatus.Failed);
        scene.Meeting.Course!.Reason.ShouldBe(MeetingEndReason.ProviderUnavailable);
    }

    [Fact]
    public void State_OfAWorkItemWithAHundredMeetings_KeepsTheLastTenAndTheirReplies()
    {
        var scene = new MeetingScene();
        for (var i = 0; i < 100; i++)
        {
            scene.Given(StartInstant($"m-{i}", $"r-{i}", submission: ReplySubmission.AtOnce), Provisioned($"m-{i}", Room), new MeetingCommand.ConfirmReplySubmitted($"r-{i}"))
                .At(scene.Now.AddHours(2));
        }

        scene.Given(StartInstant("last", "r-last"));

        scene.State.Meetings.Length.ShouldBe(11);
        scene.State.Meetings[0].Id.ShouldBe("m-90");
        scene.State.Replies.Length.ShouldBe(10);
    }

    [Fact]
    public void Index_OfProvisionedMeetings_NamesThemByTheProvidersId() =>
        MeetingMachine.Index(MeetingScenes.Scheduled().Given(StartInstant("m2", "r2"), Provisioned("m2", Room)).State)
            .ShouldBe([MeetingMachine.ProviderEntry("webex", "", "webex-1")]);
}
