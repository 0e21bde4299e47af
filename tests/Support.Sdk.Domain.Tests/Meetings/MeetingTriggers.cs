using Support.Sdk.Meetings;

namespace Support.Sdk.Tests.Meetings;

// Which trigger of the tables a command is, and whom it concerns.
internal static class MeetingTriggers
{
    public static (MeetingTrigger Trigger, string MeetingId)? Of(MeetingCommand command) => command switch
    {
        MeetingCommand.StartInstant start => (MeetingTrigger.StartInstant, start.MeetingId),
        MeetingCommand.Schedule schedule => (MeetingTrigger.Schedule, schedule.MeetingId),
        MeetingCommand.Start start => (MeetingTrigger.Start, start.MeetingId),
        MeetingCommand.Cancel cancel => (MeetingTrigger.Cancel, cancel.MeetingId),
        MeetingCommand.ConfirmProvisioned confirm => (MeetingTrigger.Provisioned, confirm.MeetingId),
        MeetingCommand.ReportProvisioningFailed failed => (MeetingTrigger.ProvisioningFailed, failed.MeetingId),
        MeetingCommand.ConfirmCancelled confirm => (MeetingTrigger.CancellationConfirmed, confirm.MeetingId),
        MeetingCommand.ReportCancellationFailed failed => (MeetingTrigger.CancellationFailed, failed.MeetingId),
        MeetingCommand.ApplyReport { Report: MeetingReport.Started } report => (MeetingTrigger.ReportedStarted, report.MeetingId),
        MeetingCommand.ApplyReport { Report: MeetingReport.Ended } report => (MeetingTrigger.ReportedEnded, report.MeetingId),
        MeetingCommand.ApplyReport { Report: MeetingReport.Updated } report => (MeetingTrigger.ReportedUpdated, report.MeetingId),
        MeetingCommand.ApplyReport { Report: MeetingReport.Deleted } report => (MeetingTrigger.ReportedDeleted, report.MeetingId),
        _ => null,
    };

    public static (ReplyTrigger Trigger, string ReplyId)? OfReply(MeetingCommand command) => command switch
    {
        MeetingCommand.EditReply edit => (ReplyTrigger.EditReply, edit.ReplyId),
        MeetingCommand.SubmitReply submit => (ReplyTrigger.SubmitReply, submit.ReplyId),
        MeetingCommand.DiscardReply discard => (ReplyTrigger.DiscardReply, discard.ReplyId),
        MeetingCommand.ConfirmReplySubmitted confirm => (ReplyTrigger.ReplySubmitted, confirm.ReplyId),
        MeetingCommand.ReportReplyRejected rejected => (ReplyTrigger.ReplyRejected, rejected.ReplyId),
        _ => null,
    };

    public static MeetingStatus StatusOf(WorkItemMeetings? state, string id) => state?.FindMeeting(id)?.Status ?? MeetingStatus.None;

    public static ReplyStatus ReplyStatusOf(WorkItemMeetings? state, string id) => state?.FindReply(id)?.Status ?? ReplyStatus.None;
}
