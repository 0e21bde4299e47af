using Support.Sdk.Meetings;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Meetings;

// What must hold of every step of every history.
internal static class MeetingRules
{
    public static IEnumerable<string> Violations(ExploredStep<WorkItemMeetings, MeetingCommand, MeetingEvent> step)
    {
        if (step.After is not { } state)
        {
            yield break;
        }

        if (state.Meetings.Count(meeting => meeting.OccupiesSchedule) > 1)
        {
            yield return "MTG-05: two meetings take the place of the one scheduled meeting.";
        }

        foreach (var meeting in state.Meetings.Where(meeting => meeting.Status == MeetingStatus.Cancelled))
        {
            if (state.Replies.Any(reply => reply.MeetingId == meeting.Id
                && reply.Purpose != ReplyPurpose.Cancelled
                && reply.Status is ReplyStatus.Draft))
            {
                yield return $"MTG-09: {meeting.Id} is cancelled and a draft still invites to it.";
            }

            if (step.Before?.FindMeeting(meeting.Id) is { Status: MeetingStatus.Cancelled } before && before != meeting)
            {
                yield return $"MTG-09: {meeting.Id} was cancelled for good and changed.";
            }
        }

        foreach (var reply in state.Replies)
        {
            if (step.Before?.FindReply(reply.Id) is { Status: ReplyStatus.Submitted or ReplyStatus.Discarded } before && before != reply)
            {
                yield return $"MTG-03: the reply {reply.Id} was {before.Status} for good and changed.";
            }

            if (state.FindMeeting(reply.MeetingId) is null)
            {
                yield return $"The reply {reply.Id} tells of a meeting that is gone.";
            }
        }

        if (state.Replies.Select(reply => reply.Id).Distinct().Count() != state.Replies.Length)
        {
            yield return "MTG-03: two replies have the same id.";
        }

        foreach (var meeting in state.Meetings.Where(meeting => meeting.Status == MeetingStatus.Live && step.Command is null && step.Now >= meeting.VisibleUntil))
        {
            yield return $"MTG-08: {meeting.Id} is visible beyond its time.";
        }
    }
}
