using System.Diagnostics;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

// What effects and the provider report.
public sealed partial class MeetingMachine
{
    private static Decision<MeetingEvent> DecideProvisioned(WorkItemMeetings state, MeetingCommand.ConfirmProvisioned command, in CommandContext context)
    {
        var meeting = state.FindMeeting(command.MeetingId);
        if (RefusalOf(meeting?.Status ?? MeetingStatus.None, MeetingTrigger.Provisioned) is { } refusal)
        {
            return refusal;
        }

        switch (meeting!.Status)
        {
            case MeetingStatus.Requested:
            case MeetingStatus.Failed when IsStillWanted(state, meeting, context.Now):
                var provisioned = new MeetingEvent.Provisioned(meeting.Id, command.Access, context.Now);
                var purpose = meeting.Kind == MeetingKind.Instant ? ReplyPurpose.Started : ReplyPurpose.Scheduled;
                return state.FindReply(meeting.ReplyPlan.ReplyId) is null
                    ? Decision<MeetingEvent>.Accept(provisioned, Drafted(meeting.Id, meeting.ReplyPlan, purpose, command.ReplyText, context.Now))
                    : provisioned;
            case MeetingStatus.Failed or MeetingStatus.Cancelled when command.Access.ProviderId is { } providerId && meeting.Access is null:
                return new MeetingEvent.ProvisionedTooLate(meeting.Id, providerId);
            default:
                return Decision<MeetingEvent>.Nothing;
        }
    }

    private static Decision<MeetingEvent> DecideProvisioningFailed(WorkItemMeetings state, MeetingCommand.ReportProvisioningFailed command, in CommandContext context)
    {
        var status = state.FindMeeting(command.MeetingId)?.Status ?? MeetingStatus.None;
        if (RefusalOf(status, MeetingTrigger.ProvisioningFailed) is { } refusal)
        {
            return refusal;
        }

        return status == MeetingStatus.Requested
            ? new MeetingEvent.ProvisioningFailed(command.MeetingId, command.Reason, command.Detail, context.Now)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideCancellationConfirmed(WorkItemMeetings state, MeetingCommand.ConfirmCancelled command, in CommandContext context)
    {
        var meeting = state.FindMeeting(command.MeetingId);
        if (RefusalOf(meeting?.Status ?? MeetingStatus.None, MeetingTrigger.CancellationConfirmed) is { } refusal)
        {
            return refusal;
        }

        return meeting!.Status == MeetingStatus.Cancelling
            ? Cancel(state, meeting, context.Now, MeetingEndReason.CancelledHere, meeting.ReplyPlan, command.ReplyText, context.Now)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideCancellationFailed(WorkItemMeetings state, MeetingCommand.ReportCancellationFailed command, in CommandContext context)
    {
        var status = state.FindMeeting(command.MeetingId)?.Status ?? MeetingStatus.None;
        if (RefusalOf(status, MeetingTrigger.CancellationFailed) is { } refusal)
        {
            return refusal;
        }

        return status == MeetingStatus.Cancelling
            ? new MeetingEvent.CancellationFailed(command.MeetingId, command.IsRunning, command.Detail, context.Now)
            : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideReport(WorkItemMeetings state, MeetingCommand.ApplyReport command, in CommandContext context)
    {
        var meeting = state.FindMeeting(command.MeetingId);
        if (meeting is null)
        {
            return RefusalOf(MeetingStatus.None, TriggerOf(command.Report))!;
        }

        return command.Report switch
        {
            MeetingReport.Started started => DecideReportedStarted(state, meeting, Earlier(started.OccurredAt, context.Now), context.Now),
            MeetingReport.Ended ended => DecideReportedEnded(meeting, Earlier(ended.OccurredAt, context.Now)),
            MeetingReport.Updated updated => DecideReportedUpdated(state, meeting, updated, context.Now),
            MeetingReport.Deleted deleted => DecideReportedDeleted(state, meeting, deleted, context.Now),
            _ => throw new UnreachableException($"The report {command.Report.GetType().Name} has no case."),
        };
    }

    private static MeetingTrigger TriggerOf(MeetingReport report) => report switch
    {
        MeetingReport.Started => MeetingTrigger.ReportedStarted,
        MeetingReport.Ended => MeetingTrigger.ReportedEnded,
        MeetingReport.Updated => MeetingTrigger.ReportedUpdated,
        MeetingReport.Deleted => MeetingTrigger.ReportedDeleted,
        _ => throw new UnreachableException($"The report {report.GetType().Name} has no case."),
    };

    private static Decision<MeetingEvent> DecideReportedStarted(WorkItemMeetings state, Meeting meeting, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        var started = new MeetingEvent.Started(meeting.Id, occurredAt);
        return meeting.Status switch
        {
            MeetingStatus.Scheduled => started,

            // Started again within its time, or started although it seemed missed; an old report, weighed by its own time, changes nothing.
            MeetingStatus.Ended or MeetingStatus.Missed when occurredAt > (meeting.Course?.StartedAt ?? DateTimeOffset.MinValue)
                && (meeting.Status == MeetingStatus.Missed || occurredAt > meeting.Course?.EndedAt)
                && now < (meeting with { Course = new MeetingCourse(occurredAt) }).VisibleUntil
                && state.Scheduled is null => started,
            _ => Decision<MeetingEvent>.Nothing,
        };
    }

    private static Decision<MeetingEvent> DecideReportedEnded(Meeting meeting, DateTimeOffset occurredAt)
    {
        var ended = new MeetingEvent.Ended(meeting.Id, occurredAt, MeetingEndReason.ReportedByProvider);
        return meeting.Status switch
        {
            MeetingStatus.Scheduled or MeetingStatus.Missed or MeetingStatus.Cancelling => ended,
            MeetingStatus.Live when occurredAt >= (meeting.Course?.StartedAt ?? DateTimeOffset.MinValue) => ended,
            _ => Decision<MeetingEvent>.Nothing,
        };
    }

    private static Decision<MeetingEvent> DecideReportedUpdated(WorkItemMeetings state, Meeting meeting, MeetingReport.Updated report, DateTimeOffset now)
    {
        var plan = meeting.Plan with
        {
            Topic = string.IsNullOrWhiteSpace(report.Topic) ? meeting.Plan.Topic : report.Topic,
            StartsAt = report.StartsAt,
            Duration = report.Duration > TimeSpan.Zero ? report.Duration : meeting.Plan.Duration,
            OpensAt = report.StartsAt - (meeting.Plan.StartsAt - meeting.Plan.OpensAt),
        };
        if (plan.Topic == meeting.Plan.Topic && plan.StartsAt == meeting.Plan.StartsAt && plan.Duration == meeting.Plan.Duration)
        {
            return Decision<MeetingEvent>.Nothing;
        }

        var applies = meeting.Kind == MeetingKind.Scheduled && meeting.Status switch
        {
            MeetingStatus.Scheduled or MeetingStatus.Live => true,
            MeetingStatus.Missed => plan.EndsAt > now && state.Scheduled is null,
            _ => false,
        };
        return applies ? new MeetingEvent.Updated(meeting.Id, plan) : Decision<MeetingEvent>.Nothing;
    }

    private static Decision<MeetingEvent> DecideReportedDeleted(WorkItemMeetings state, Meeting meeting, MeetingReport.Deleted report, DateTimeOffset now)
    {
        var occurredAt = Earlier(report.OccurredAt, now);
        return meeting.Status switch
        {
            MeetingStatus.Scheduled => Cancel(
                state,
                meeting,
                occurredAt,
                MeetingEndReason.DeletedAtProvider,
                report.Reply with { Submission = ReplySubmission.Draft },
                report.ReplyText,
                now),
            MeetingStatus.Live => new MeetingEvent.Ended(meeting.Id, occurredAt, MeetingEndReason.ReportedByProvider),
            _ => Decision<MeetingEvent>.Nothing,
        };
    }

    // A cancelled meeting must not be announced any more: drafts that still invite to it are thrown away.
    private static Decision<MeetingEvent> Cancel(
        WorkItemMeetings state,
        Meeting meeting,
        DateTimeOffset cancelledAt,
        MeetingEndReason reason,
        ReplyPlan reply,
        string replyText,
        DateTimeOffset now)
    {
        List<MeetingEvent> events = [new MeetingEvent.Cancelled(meeting.Id, cancelledAt, reason)];
        foreach (var former in state.Replies)
        {
            if (former.MeetingId == meeting.Id && former.Status is (ReplyStatus.Draft or ReplyStatus.Rejected))
            {
                events.Add(new MeetingEvent.ReplyDiscarded(former.Id));
            }
        }

        if (state.FindReply(reply.ReplyId) is null)
        {
            events.Add(Drafted(meeting.Id, reply, ReplyPurpose.Cancelled, replyText, now));
        }

        return Decision<MeetingEvent>.Accept([.. events]);
    }

    private static MeetingEvent.ReplyDrafted Drafted(string meetingId, ReplyPlan plan, ReplyPurpose purpose, string text, DateTimeOffset now) =>
        new(plan.ReplyId, meetingId, purpose, text, plan.Status, plan.Submission, now);

    private static bool IsStillWanted(WorkItemMeetings state, Meeting meeting, DateTimeOffset now) =>
        now < meeting.Plan.EndsAt && (meeting.Kind == MeetingKind.Instant || state.Scheduled is null);

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
