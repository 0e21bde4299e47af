using Shouldly;
using Support.Sdk.Meetings;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

[Requirement("MTG-09")]
public sealed class MeetingCancellationTests
{
    [Fact]
    public void Cancel_NotConfirmed_IsRefusedAndNothingIsDeleted()
    {
        var scene = MeetingScenes.Scheduled();

        scene.RefusalOf(Cancel(confirmed: false)).ShouldBe("meetings.confirmation-missing");
        scene.Effects.ShouldBe([new MeetingEffect.Provision(Id)]);
    }

    [Fact]
    public void Cancel_Confirmed_DeletesAtTheProviderAndThenTellsEverybody()
    {
        var scene = MeetingScenes.Scheduled().Given(Cancel(submission: ReplySubmission.AtOnce));
        scene.Meeting.Status.ShouldBe(MeetingStatus.Cancelling);
        scene.Effects[^1].ShouldBe(new MeetingEffect.Delete(Id));

        scene.Given(Cancelled());

        scene.Meeting.Course.ShouldBe(new MeetingCourse(null, Now, MeetingEndReason.CancelledHere));
        scene.Reply("r2").Purpose.ShouldBe(ReplyPurpose.Cancelled);
        scene.Reply("r2").Text.ShouldBe("It is cancelled.");
        scene.Effects[^1].ShouldBe(new MeetingEffect.Submit("r2", 1));
    }

    [Fact]
    public void Cancel_InvitationStillADraftOrRejected_IsDiscardedWithTheMeeting()
    {
        MeetingScenes.Scheduled().Given(Cancel(), Cancelled()).Reply().Status.ShouldBe(ReplyStatus.Discarded);

        MeetingScenes.With(ReplyStatus.Rejected).Single().Given(Cancel(), Cancelled()).Reply().Status.ShouldBe(ReplyStatus.Discarded);
    }

    [Fact]
    public void ReplyRejected_InvitationWasOnItsWayWhileItsMeetingWasCancelled_IsDiscarded()
    {
        var scene = MeetingScenes.Scheduled().Given(new MeetingCommand.SubmitReply("r1"), Cancel(), Cancelled());
        scene.Reply().Status.ShouldBe(ReplyStatus.Submitting);

        scene.Given(new MeetingCommand.ReportReplyRejected("r1", new ReplyRejection(ReplyRejectionReason.Refused, "no")));

        scene.Reply().Status.ShouldBe(ReplyStatus.Discarded);
        scene.RefusalOf(new MeetingCommand.SubmitReply("r1")).ShouldBe("meetings.reply-discarded");
    }

    [Theory]
    [InlineData(MeetingStatus.None, "meetings.unknown-meeting")]
    [InlineData(MeetingStatus.Live, "meetings.already-started")]
    [InlineData(MeetingStatus.Ended, "meetings.over")]
    [InlineData(MeetingStatus.Missed, "meetings.over")]
    [InlineData(MeetingStatus.Cancelled, "meetings.cancelled")]
    [InlineData(MeetingStatus.Failed, "meetings.failed")]
    public void Cancel_StartedEndedOrCancelledAlready_IsRefused(MeetingStatus status, string code) =>
        MeetingScenes.With(status).First().RefusalOf(Cancel(reply: "r8")).ShouldBe(code);

    [Fact]
    public void Cancel_Twice_DeletesOnce()
    {
        var scene = MeetingScenes.Scheduled().Given(Cancel(), Cancel(reply: "r5"));

        scene.Effects.Count(effect => effect is MeetingEffect.Delete).ShouldBe(1);
        scene.Given(Cancelled(), Cancelled()).State.Replies.Count(reply => reply.Purpose == ReplyPurpose.Cancelled).ShouldBe(1);
    }

    [Fact]
    public void Cancel_BeforeTheProviderAnswered_DeletesWhatTurnsUpLate()
    {
        var scene = new MeetingScene().Given(Schedule(), Cancel());
        scene.Meeting.Status.ShouldBe(MeetingStatus.Cancelled);
        scene.State.Replies.ShouldBeEmpty();

        scene.Given(Provisioned());

        scene.Effects[^1].ShouldBe(new MeetingEffect.DeleteUnwanted(Host, "webex-1"));
        scene.Meeting.Status.ShouldBe(MeetingStatus.Cancelled);
        scene.State.Replies.ShouldBeEmpty();
    }

    [Fact]
    public void Cancel_InstantBeforeTheProviderAnswered_LeavesThePersonalRoomAlone() =>
        new MeetingScene().Given(StartInstant(), Cancel(), Provisioned(access: Room)).Effects.ShouldBe([new MeetingEffect.Provision(Id)]);

    [Theory]
    [InlineData(true, MeetingStatus.Live)]
    [InlineData(false, MeetingStatus.Scheduled)]
    public void CancellationFailed_ShowsTheMeetingAgainAsItIs(bool isRunning, MeetingStatus status)
    {
        var scene = MeetingScenes.Scheduled().Given(Cancel(), new MeetingCommand.ReportCancellationFailed(Id, isRunning, "busy"));

        scene.Meeting.Status.ShouldBe(status);
        scene.Meeting.Course!.Detail.ShouldBe("busy");
        scene.State.Replies.ShouldAllBe(reply => reply.Purpose != ReplyPurpose.Cancelled);
    }

    [Fact]
    public void Deleted_AtTheProvider_CancelsWithADraftForTheAgent()
    {
        var scene = MeetingScenes.Scheduled().Given(Deleted(Now));

        scene.Meeting.Course!.Reason.ShouldBe(MeetingEndReason.DeletedAtProvider);
        scene.Reply("r3").Status.ShouldBe(ReplyStatus.Draft);
        scene.Reply().Status.ShouldBe(ReplyStatus.Discarded);
    }
}
