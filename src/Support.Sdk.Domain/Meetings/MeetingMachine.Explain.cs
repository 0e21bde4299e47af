using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

// What a person may do now, and why not: the same guards as the decision.
public sealed partial class MeetingMachine
{
    /// <inheritdoc />
    /// <remarks>
    /// Starting and scheduling concern the work item; starting and cancelling a meeting name the meeting as their subject, and without one are refused as
    /// unknown; the actions on a reply name the reply.
    /// </remarks>
    public static IReadOnlyList<ActionStatus> Explain(WorkItemMeetings? state, in CommandContext context)
    {
        state ??= WorkItemMeetings.Empty;
        var actions = new List<ActionStatus>(8)
        {
            ActionStatus.DependsOnPayload(nameof(MeetingTrigger.StartInstant)),
            ActionStatus.From(nameof(MeetingTrigger.Schedule), ScheduleGuard(state), otherwise: ActionAvailability.DependsOnPayload),
        };
        var any = false;
        foreach (var meeting in state.Meetings)
        {
            if (meeting.IsOpen)
            {
                any = true;
                actions.Add(ActionStatus.From(nameof(MeetingTrigger.Start), StartGuard(meeting, context.Now), meeting.Id));
                actions.Add(ActionStatus.From(nameof(MeetingTrigger.Cancel), CancelGuard(meeting), meeting.Id, ActionAvailability.DependsOnPayload));
            }
        }

        if (!any)
        {
            actions.Add(ActionStatus.From(nameof(MeetingTrigger.Start), StartGuard(null, context.Now)));
            actions.Add(ActionStatus.From(nameof(MeetingTrigger.Cancel), CancelGuard(null)));
        }

        foreach (var reply in state.Replies)
        {
            if (reply.Status is ReplyStatus.Draft or ReplyStatus.Rejected or ReplyStatus.Submitting)
            {
                actions.Add(ActionStatus.From(nameof(ReplyTrigger.EditReply), ReplyGuard(reply, ReplyTrigger.EditReply), reply.Id, ActionAvailability.DependsOnPayload));
                actions.Add(ActionStatus.From(nameof(ReplyTrigger.SubmitReply), ReplyGuard(reply, ReplyTrigger.SubmitReply), reply.Id));
                actions.Add(ActionStatus.From(nameof(ReplyTrigger.DiscardReply), ReplyGuard(reply, ReplyTrigger.DiscardReply), reply.Id));
            }
        }

        return actions;
    }

    /// <summary>Why the meeting cannot be joined now; <see langword="null"/> when it can (MTG-08, MTG-10).</summary>
    /// <param name="meeting">The meeting; <see langword="null"/> for one that does not exist.</param>
    /// <param name="now">The present (UTC).</param>
    public static Refusal? JoinGuard(Meeting? meeting, DateTimeOffset now) => meeting switch
    {
        null => MeetingRefusals.UnknownMeeting.Refuse(),
        { Status: MeetingStatus.Live } => now < meeting.VisibleUntil ? null : MeetingRefusals.Over.Refuse(),
        { Status: MeetingStatus.Scheduled } when now >= meeting.Plan.EndsAt => MeetingRefusals.Over.Refuse(),
        _ => StartGuard(meeting, now),
    };
}
