using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.WorkItems;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

[Requirement("MTG-03")]
public sealed class MeetingReplyTests
{
    private static readonly MeetingCommand.SubmitReply Submit = new("r1");
    private static readonly MeetingCommand.ReportReplyRejected Rejected = new("r1", new ReplyRejection(ReplyRejectionReason.Unavailable, "503"));

    [Fact]
    public void StartInstant_Provisioned_DraftsTheReplyAndSubmitsNothing()
    {
        var scene = new MeetingScene().Given(StartInstant(), Provisioned(access: Room));

        scene.Reply().ShouldBe(new Reply("r1", Id, ReplyPurpose.Started, ReplyStatus.Draft, "Come and join.", null, Now));
        scene.Effects.ShouldBe([new MeetingEffect.Provision(Id)]);
    }

    [Fact]
    [Requirement("MTG-06")]
    public void Schedule_Provisioned_DraftsTheReplyOrSubmitsItAtOnce()
    {
        MeetingScenes.Scheduled().Reply().Purpose.ShouldBe(ReplyPurpose.Scheduled);

        var scene = new MeetingScene().Given(Schedule(submission: ReplySubmission.AtOnce), Provisioned());
        scene.Reply().Status.ShouldBe(ReplyStatus.Submitting);
        scene.Effects[^1].ShouldBe(new MeetingEffect.Submit("r1", 1));
    }

    [Fact]
    [Requirement("MTG-06")]
    public void EditReply_AddsDetailsAndChoosesTheStatusBeforeSubmitting()
    {
        var scene = MeetingScenes.Scheduled().Given(
            new MeetingCommand.EditReply("r1", "Bring the logs.", WorkItemStatus.Pending),
            new MeetingCommand.EditReply("r1", null, WorkItemStatus.Solved),
            Submit);

        scene.Reply().Text.ShouldBe("Bring the logs.");
        scene.Reply().WorkItemStatus.ShouldBe(WorkItemStatus.Solved);
        scene.Effects[^1].ShouldBe(new MeetingEffect.Submit("r1", 1));
    }

    [Fact]
    public void EditReply_NothingChanged_RecordsNothing() =>
        MeetingScenes.Scheduled().When(new MeetingCommand.EditReply("r1", "Come and join.", null)).Count.ShouldBe(0);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void EditReply_WithoutText_IsRefused(string text) =>
        MeetingScenes.Scheduled().RefusalOf(new MeetingCommand.EditReply("r1", text, null)).ShouldBe("meetings.reply-empty");

    [Fact]
    public void SubmitReply_Twice_SubmitsOnce()
    {
        var scene = MeetingScenes.Scheduled().Given(Submit, Submit, new MeetingCommand.ConfirmReplySubmitted("r1"), Submit);

        scene.Effects.Count(effect => effect is MeetingEffect.Submit).ShouldBe(1);
        scene.Reply().Status.ShouldBe(ReplyStatus.Submitted);
    }

    [Fact]
    public void SubmitReply_AfterARejection_IsAnotherSubmissionWithItsOwnNumber()
    {
        var scene = MeetingScenes.Scheduled().Given(Submit, Rejected);
        scene.Reply().Rejection!.Detail.ShouldBe("503");

        scene.Given(Submit).Effects[^1].ShouldBe(new MeetingEffect.Submit("r1", 2));
        scene.Reply().Rejection.ShouldBeNull();
    }

    [Fact]
    public void ReplySubmitted_AfterARejectionThatWasWrong_CountsAsSubmitted() =>
        MeetingScenes.Scheduled().Given(Submit, Rejected, new MeetingCommand.ConfirmReplySubmitted("r1")).Reply().Status.ShouldBe(ReplyStatus.Submitted);

    [Fact]
    public void Schedule_ReplyIdInUseOrPromised_IsRefused()
    {
        MeetingScenes.Scheduled().RefusalOf(StartInstant("m2")).ShouldBe("meetings.reply-id-taken");
        new MeetingScene().Given(Schedule()).RefusalOf(StartInstant("m2")).ShouldBe("meetings.reply-id-taken");
        MeetingScenes.Scheduled().Given(Cancel()).RefusalOf(StartInstant("m2", "r2")).ShouldBe("meetings.reply-id-taken");
    }
}
