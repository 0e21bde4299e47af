using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

// What becomes of public replies.
public sealed partial class MeetingMachine
{
    private static Decision<MeetingEvent> DecideEditReply(WorkItemMeetings state, MeetingCommand.EditReply command)
    {
        var reply = state.FindReply(command.ReplyId);
        if (ReplyGuard(reply, ReplyTrigger.EditReply) is { } refusal)
        {
            return refusal;
        }

        var text = command.Text ?? reply!.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return MeetingRefusals.ReplyEmpty.Refuse();
        }

        var status = command.Status ?? reply!.WorkItemStatus;
        return reply!.Status == ReplyStatus.Draft && text == reply.Text && status == reply.WorkItemStatus
            ? Decision<MeetingEvent>.Nothing
            : new MeetingEvent.ReplyEdited(reply.Id, text, status);
    }

    private static Decision<MeetingEvent> DecideSubmitReply(WorkItemMeetings state, MeetingCommand.SubmitReply command)
    {
        var reply = state.FindReply(command.ReplyId);
        if (ReplyGuard(reply, ReplyTrigger.SubmitReply) is { } refusal)
        {
            return refusal;
        }

        return reply!.Status is ReplyStatus.Draft or ReplyStatus.Rejected
            ? new MeetingEvent.ReplySubmissionRequested(reply.Id)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideDiscardReply(WorkItemMeetings state, MeetingCommand.DiscardReply command)
    {
        var reply = state.FindReply(command.ReplyId);
        if (ReplyGuard(reply, ReplyTrigger.DiscardReply) is { } refusal)
        {
            return refusal;
        }

        return reply!.Status is ReplyStatus.Draft or ReplyStatus.Rejected
            ? new MeetingEvent.ReplyDiscarded(reply.Id)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideReplySubmitted(WorkItemMeetings state, MeetingCommand.ConfirmReplySubmitted command)
    {
        var reply = state.FindReply(command.ReplyId);
        if (ReplyGuard(reply, ReplyTrigger.ReplySubmitted) is { } refusal)
        {
            return refusal;
        }

        return reply!.Status is ReplyStatus.Submitting or ReplyStatus.Rejected
            ? new MeetingEvent.ReplySubmitted(reply.Id)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideReplyRejected(WorkItemMeetings state, MeetingCommand.ReportReplyRejected command)
    {
        var reply = state.FindReply(command.ReplyId);
        if (ReplyGuard(reply, ReplyTrigger.ReplyRejected) is { } refusal)
        {
            return refusal;
        }

        if (reply!.Status != ReplyStatus.Submitting)
        {
            return Decision<MeetingEvent>.Nothing;
        }

        // An invitation that was on its way while its meeting was cancelled must not wait for an agent to submit it again.
        var rejected = new MeetingEvent.ReplyRejected(reply.Id, command.Rejection);
        return reply.Purpose != ReplyPurpose.Cancelled && state.FindMeeting(reply.MeetingId)?.Status == MeetingStatus.Cancelled
            ? Decision<MeetingEvent>.Accept(rejected, new MeetingEvent.ReplyDiscarded(reply.Id))
            : rejected;
    }

    private static Refusal? ReplyGuard(Reply? reply, ReplyTrigger trigger) => RefusalOf(reply?.Status ?? ReplyStatus.None, trigger);
}
