using Support.Sdk.StateMachines;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>What a user sees of a work item's meetings now (MTG-11).</summary>
/// <param name="WorkItem">The work item.</param>
/// <param name="Meetings">The current meetings: those that are being made, are to come, are live, or are being cancelled.</param>
/// <param name="Replies">The public replies that wait: drafts, those on their way, and those that were rejected.</param>
/// <param name="Actions">Every action with its availability, and the reason where it is refused.</param>
/// <param name="NextChangeAt">When time alone changes this panel next (UTC); <see langword="null"/> when it does not.</param>
public sealed record MeetingPanel(
    WorkItemRef WorkItem,
    IReadOnlyList<PanelMeeting> Meetings,
    IReadOnlyList<Reply> Replies,
    IReadOnlyList<ActionStatus> Actions,
    DateTimeOffset? NextChangeAt)
{
    /// <summary>Makes the panel of a state that is up to date with <paramref name="context"/>'s present.</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="state">The state; <see langword="null"/> when nothing has happened yet.</param>
    /// <param name="context">Who looks, and when.</param>
    public static MeetingPanel Of(WorkItemRef workItem, WorkItemMeetings? state, in CommandContext context)
    {
        state ??= WorkItemMeetings.Empty;
        var now = context.Now;
        return new(
            workItem,
            [.. state.Meetings.Where(meeting => meeting.IsOpen).Select(meeting => Show(meeting, now))],
            [.. state.Replies.Where(reply => reply.Status is ReplyStatus.Draft or ReplyStatus.Submitting or ReplyStatus.Rejected)],
            MeetingMachine.Explain(state, context),
            NextChange(state, now));
    }

    /// <summary>The availability of an action.</summary>
    /// <param name="action">The action's name, such as <c>Start</c>.</param>
    /// <param name="subject">The meeting or reply that it is about; empty for one that concerns the work item.</param>
    /// <returns>The availability, or <see langword="null"/> when the panel has no such action.</returns>
    public ActionStatus? Action(string action, string subject = "")
    {
        foreach (var status in Actions)
        {
            if (status.Action == action && status.Subject == subject)
            {
                return status;
            }
        }

        return null;
    }

    private static PanelMeeting Show(Meeting meeting, DateTimeOffset now)
    {
        var refusal = MeetingMachine.JoinGuard(meeting, now);
        return new(
            meeting.Id,
            meeting.Kind,
            meeting.Status,
            meeting.Plan.Topic,
            meeting.Host.Email,
            meeting.Plan.StartsAt,
            meeting.VisibleUntil,
            refusal is null ? meeting.Access?.JoinLink : null,
            refusal);
    }

    private static DateTimeOffset? NextChange(WorkItemMeetings state, DateTimeOffset now)
    {
        var next = MeetingMachine.NextDeadline(state);
        foreach (var meeting in state.Meetings)
        {
            if (meeting.Status == MeetingStatus.Scheduled && meeting.Plan.OpensAt > now && (next is null || meeting.Plan.OpensAt < next))
            {
                next = meeting.Plan.OpensAt;
            }
        }

        return next;
    }
}
