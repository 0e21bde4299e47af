using Support.Sdk.StateMachines;
using static Support.Sdk.Meetings.MeetingRefusals;
using static Support.Sdk.Meetings.MeetingStatus;
using static Support.Sdk.Meetings.MeetingTrigger;

namespace Support.Sdk.Meetings;

/// <summary>The transition tables of the meeting machine.</summary>
public static class MeetingTables
{
    private static readonly RefusalCode[] PrerequisiteCodes =
    [
        ExtensionNotInstalled, SiteNotLinked, ExtensionNotEnabled, NotEnabledForUsers, MeetingRefusals.ReauthorizationRequired, AccountRestricted,
        MeetingRefusals.NoPersonalRoom,
    ];

    /// <summary>What befalls a meeting: status × trigger.</summary>
    public static TransitionTable<MeetingStatus, MeetingTrigger> Meeting { get; } =
        TransitionTable<MeetingStatus, MeetingTrigger>.Create("meeting", None, table =>
        {
            // Naming an id that exists is the repeat of the command that made it.
            table.OtherwiseStay(StartInstant);
            table.OtherwiseStay(MeetingTrigger.Schedule);
            table.Move(None, StartInstant, Requested, unless: [.. PrerequisiteCodes, ReplyIdTaken]);
            table.Move(
                None,
                MeetingTrigger.Schedule,
                Requested,
                unless: [.. PrerequisiteCodes, AlreadyScheduled, TopicEmpty, StartInPast, DurationNotPositive, DurationOutOfRange, ReplyIdTaken]);

            table.Refuse(None, Start, UnknownMeeting);
            table.Refuse(Requested, Start, BeingPrepared);
            table.Move(Scheduled, Start, Live, unless: [NotYet]);
            table.Stay(Live, Start);
            table.Refuse(Cancelling, Start, BeingCancelled);
            table.Refuse(Ended, Start, Over);
            table.Refuse(Missed, Start, Over);
            table.Refuse(MeetingStatus.Cancelled, Start, MeetingRefusals.Cancelled);
            table.Refuse(MeetingStatus.Failed, Start, MeetingRefusals.Failed);

            table.Refuse(None, Cancel, UnknownMeeting);
            table.Move(Requested, Cancel, MeetingStatus.Cancelled, unless: [ConfirmationMissing]);
            table.Move(Scheduled, Cancel, Cancelling, unless: [ConfirmationMissing, ReplyIdTaken]);
            table.Refuse(Live, Cancel, AlreadyStarted);
            table.Stay(Cancelling, Cancel);
            table.Refuse(Ended, Cancel, Over);
            table.Refuse(Missed, Cancel, Over);
            table.Refuse(MeetingStatus.Cancelled, Cancel, MeetingRefusals.Cancelled);
            table.Refuse(MeetingStatus.Failed, Cancel, MeetingRefusals.Failed);

            table.Refuse(None, Provisioned, UnknownMeeting);
            table.Move(Requested, Provisioned, Scheduled, or: [Live]);
            table.Move(MeetingStatus.Failed, Provisioned, Scheduled, or: [Live, MeetingStatus.Failed]);
            table.OtherwiseStay(Provisioned);

            table.Refuse(None, ProvisioningFailed, UnknownMeeting);
            table.Move(Requested, ProvisioningFailed, MeetingStatus.Failed);
            table.OtherwiseStay(ProvisioningFailed);

            table.Refuse(None, CancellationConfirmed, UnknownMeeting);
            table.Move(Cancelling, CancellationConfirmed, MeetingStatus.Cancelled);
            table.OtherwiseStay(CancellationConfirmed);

            table.Refuse(None, CancellationFailed, UnknownMeeting);
            table.Move(Cancelling, CancellationFailed, Scheduled, or: [Live]);
            table.OtherwiseStay(CancellationFailed);

            table.Refuse(None, ReportedStarted, UnknownMeeting);
            table.Move(Scheduled, ReportedStarted, Live);
            table.Move(Ended, ReportedStarted, Live, or: [Ended]);
            table.Move(Missed, ReportedStarted, Live, or: [Missed]);
            table.OtherwiseStay(ReportedStarted);

            table.Refuse(None, ReportedEnded, UnknownMeeting);
            table.Move(Scheduled, ReportedEnded, Ended);
            table.Move(Live, ReportedEnded, Ended, or: [Live]);
            table.Move(Cancelling, ReportedEnded, Ended);
            table.Move(Missed, ReportedEnded, Ended);
            table.OtherwiseStay(ReportedEnded);

            table.Refuse(None, ReportedUpdated, UnknownMeeting);
            table.Move(Missed, ReportedUpdated, Scheduled, or: [Missed]);
            table.OtherwiseStay(ReportedUpdated);

            table.Refuse(None, ReportedDeleted, UnknownMeeting);
            table.Move(Scheduled, ReportedDeleted, MeetingStatus.Cancelled);
            table.Move(Live, ReportedDeleted, Ended);
            table.OtherwiseStay(ReportedDeleted);

            table.Move(Requested, TimeUp, MeetingStatus.Failed);
            table.Move(Scheduled, TimeUp, Missed);
            table.Move(Live, TimeUp, Ended);
            table.OtherwiseStay(TimeUp);

            table.Terminal(MeetingStatus.Cancelled);
        });

    /// <summary>What befalls a public reply: status × trigger.</summary>
    public static TransitionTable<ReplyStatus, ReplyTrigger> Reply { get; } =
        TransitionTable<ReplyStatus, ReplyTrigger>.Create("reply", ReplyStatus.None, table =>
        {
            table.Move(ReplyStatus.None, ReplyTrigger.Draft, ReplyStatus.Draft);
            table.OtherwiseStay(ReplyTrigger.Draft);
            table.Move(ReplyStatus.None, ReplyTrigger.DraftAndSubmit, ReplyStatus.Submitting);
            table.OtherwiseStay(ReplyTrigger.DraftAndSubmit);

            table.Refuse(ReplyStatus.None, ReplyTrigger.EditReply, UnknownReply);
            table.Stay(ReplyStatus.Draft, ReplyTrigger.EditReply, ReplyEmpty);
            table.Refuse(ReplyStatus.Submitting, ReplyTrigger.EditReply, ReplyBeingSubmitted);
            table.Refuse(ReplyStatus.Submitted, ReplyTrigger.EditReply, MeetingRefusals.ReplySubmitted);
            table.Move(ReplyStatus.Rejected, ReplyTrigger.EditReply, ReplyStatus.Draft, unless: [ReplyEmpty]);
            table.Refuse(ReplyStatus.Discarded, ReplyTrigger.EditReply, MeetingRefusals.ReplyDiscarded);

            table.Refuse(ReplyStatus.None, ReplyTrigger.SubmitReply, UnknownReply);
            table.Move(ReplyStatus.Draft, ReplyTrigger.SubmitReply, ReplyStatus.Submitting);
            table.Stay(ReplyStatus.Submitting, ReplyTrigger.SubmitReply);
            table.Stay(ReplyStatus.Submitted, ReplyTrigger.SubmitReply);
            table.Move(ReplyStatus.Rejected, ReplyTrigger.SubmitReply, ReplyStatus.Submitting);
            table.Refuse(ReplyStatus.Discarded, ReplyTrigger.SubmitReply, MeetingRefusals.ReplyDiscarded);

            table.Refuse(ReplyStatus.None, ReplyTrigger.DiscardReply, UnknownReply);
            table.Move(ReplyStatus.Draft, ReplyTrigger.DiscardReply, ReplyStatus.Discarded);
            table.Refuse(ReplyStatus.Submitting, ReplyTrigger.DiscardReply, ReplyBeingSubmitted);
            table.Refuse(ReplyStatus.Submitted, ReplyTrigger.DiscardReply, MeetingRefusals.ReplySubmitted);
            table.Move(ReplyStatus.Rejected, ReplyTrigger.DiscardReply, ReplyStatus.Discarded);
            table.Stay(ReplyStatus.Discarded, ReplyTrigger.DiscardReply);

            table.Refuse(ReplyStatus.None, ReplyTrigger.ReplySubmitted, UnknownReply);
            table.Move(ReplyStatus.Submitting, ReplyTrigger.ReplySubmitted, ReplyStatus.Submitted);
            table.Move(ReplyStatus.Rejected, ReplyTrigger.ReplySubmitted, ReplyStatus.Submitted);
            table.OtherwiseStay(ReplyTrigger.ReplySubmitted);

            table.Refuse(ReplyStatus.None, ReplyTrigger.ReplyRejected, UnknownReply);
            table.Move(ReplyStatus.Submitting, ReplyTrigger.ReplyRejected, ReplyStatus.Rejected, or: [ReplyStatus.Discarded]);
            table.OtherwiseStay(ReplyTrigger.ReplyRejected);

            table.Terminal(ReplyStatus.Submitted, ReplyStatus.Discarded);
        });
}
