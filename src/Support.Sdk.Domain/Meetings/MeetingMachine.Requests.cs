using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

// What agents ask for: starting, scheduling, cancelling.
public sealed partial class MeetingMachine
{
    private const int MaxIdLength = 40;

    private static Decision<MeetingEvent> DecideStartInstant(WorkItemMeetings state, MeetingCommand.StartInstant command, in CommandContext context)
    {
        CheckId(command.MeetingId);
        if (state.FindMeeting(command.MeetingId) is not null)
        {
            return Decision<MeetingEvent>.Nothing;
        }

        if ((PrerequisitesGuard(command.Prerequisites) ?? ReplyGuard(state, command.Reply)) is { } refusal)
        {
            return refusal;
        }

        var plan = new MeetingPlan(command.Topic, context.Now, InstantVisibility, command.TimeZone, context.Now, []);
        return new MeetingEvent.Requested(command.MeetingId, MeetingKind.Instant, command.Host, plan, command.Reply);
    }

    private static Decision<MeetingEvent> DecideSchedule(WorkItemMeetings state, MeetingCommand.Schedule command, in CommandContext context)
    {
        CheckId(command.MeetingId);
        if (state.FindMeeting(command.MeetingId) is not null)
        {
            return Decision<MeetingEvent>.Nothing;
        }

        var refusal = PrerequisitesGuard(command.Prerequisites)
            ?? ScheduleGuard(state)
            ?? PlanGuard(command.Plan, command.Prerequisites, context.Now)
            ?? ReplyGuard(state, command.Reply);
        return refusal is null
            ? new MeetingEvent.Requested(command.MeetingId, MeetingKind.Scheduled, command.Host, command.Plan, command.Reply)
            : refusal;
    }

    private static Decision<MeetingEvent> DecideStart(WorkItemMeetings state, MeetingCommand.Start command, in CommandContext context)
    {
        var meeting = state.FindMeeting(command.MeetingId);
        if (StartGuard(meeting, context.Now) is { } refusal)
        {
            return refusal;
        }

        return meeting!.Status == MeetingStatus.Live
            ? Decision<MeetingEvent>.Nothing
            : new MeetingEvent.Started(meeting.Id, context.Now);
    }

    private static Decision<MeetingEvent> DecideCancel(WorkItemMeetings state, MeetingCommand.Cancel command, in CommandContext context)
    {
        var meeting = state.FindMeeting(command.MeetingId);
        if (CancelGuard(meeting) is { } refusal)
        {
            return refusal;
        }

        if (meeting!.Status == MeetingStatus.Cancelling)
        {
            return Decision<MeetingEvent>.Nothing;
        }

        if (!command.Confirmed)
        {
            return MeetingRefusals.ConfirmationMissing.Refuse();
        }

        // Nothing was announced yet and the provider may not even have it: should it turn up later, it is deleted again.
        if (meeting.Status == MeetingStatus.Requested)
        {
            return new MeetingEvent.Cancelled(meeting.Id, context.Now, MeetingEndReason.CancelledHere);
        }

        return ReplyGuard(state, command.Reply) is { } taken ? taken : new MeetingEvent.CancellationRequested(meeting.Id, command.Reply);
    }

    private static Refusal? PrerequisitesGuard(MeetingPrerequisites facts) => facts switch
    {
        { ExtensionInstalled: false } => MeetingRefusals.ExtensionNotInstalled.Refuse(),
        { SiteLinked: false } => MeetingRefusals.SiteNotLinked.Refuse(),
        { ExtensionEnabled: false } => MeetingRefusals.ExtensionNotEnabled.Refuse(),
        { MeetingsEnabled: false } => MeetingRefusals.NotEnabledForUsers.Refuse(),
        { ReauthorizationRequired: true } => MeetingRefusals.ReauthorizationRequired.Refuse(),
        { AccountRestricted: true } => MeetingRefusals.AccountRestricted.Refuse(),
        { HasPersonalRoom: false } => MeetingRefusals.NoPersonalRoom.Refuse(),
        _ => null,
    };

    private static Refusal? ScheduleGuard(WorkItemMeetings state) =>
        state.Scheduled is { } scheduled ? MeetingRefusals.AlreadyScheduled.Refuse(scheduled.Plan.Topic, scheduled.Plan.StartsAt) : null;

    private static Refusal? PlanGuard(MeetingPlan plan, MeetingPrerequisites facts, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(plan.Topic))
        {
            return MeetingRefusals.TopicEmpty.Refuse();
        }

        if (plan.Duration <= TimeSpan.Zero)
        {
            return MeetingRefusals.DurationNotPositive.Refuse();
        }

        if (plan.Duration < facts.MinimumDuration || plan.Duration > facts.MaximumDuration)
        {
            return MeetingRefusals.DurationOutOfRange.Refuse(plan.Duration, facts.MinimumDuration, facts.MaximumDuration);
        }

        return plan.StartsAt < now ? MeetingRefusals.StartInPast.Refuse(plan.StartsAt, now) : null;
    }

    private static Refusal? StartGuard(Meeting? meeting, DateTimeOffset now)
    {
        if (RefusalOf(meeting?.Status ?? MeetingStatus.None, MeetingTrigger.Start) is { } refusal)
        {
            return refusal;
        }

        return meeting!.Status == MeetingStatus.Scheduled && now < meeting.Plan.OpensAt ? MeetingRefusals.NotYet.Refuse(meeting.Plan.OpensAt) : null;
    }

    private static Refusal? CancelGuard(Meeting? meeting) => RefusalOf(meeting?.Status ?? MeetingStatus.None, MeetingTrigger.Cancel);

    // An id is taken by a reply that is drafted, and by one that a meeting on its way is still to draft.
    private static Refusal? ReplyGuard(WorkItemMeetings state, ReplyPlan reply)
    {
        var isTaken = state.FindReply(reply.ReplyId) is not null;
        foreach (var meeting in state.Meetings)
        {
            isTaken |= meeting.Status is MeetingStatus.Requested or MeetingStatus.Cancelling
                && string.Equals(meeting.ReplyPlan.ReplyId, reply.ReplyId, StringComparison.Ordinal);
        }

        return isTaken ? MeetingRefusals.ReplyIdTaken.Refuse() : null;
    }

    private static void CheckId(string meetingId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        if (meetingId.Length > MaxIdLength || meetingId.Any(c => !(char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            throw new ArgumentException($"'{meetingId}' is no meeting id. Use up to {MaxIdLength} letters, digits and hyphens, such as a GUID.", nameof(meetingId));
        }
    }
}
