using System.Collections.Immutable;
using System.Diagnostics;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Meetings;

// What the state is after an event.
public sealed partial class MeetingMachine
{
    private const int KeptClosedMeetings = 10;

    /// <inheritdoc />
    public static WorkItemMeetings Evolve(WorkItemMeetings? state, MeetingEvent @event)
    {
        state ??= WorkItemMeetings.Empty;
        return @event switch
        {
            MeetingEvent.OfMeeting of => EvolveMeeting(state, of),
            MeetingEvent.OfReply of => EvolveReply(state, of),
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static StatusChange Describe(WorkItemMeetings? before, MeetingEvent @event, WorkItemMeetings after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return @event switch
        {
            MeetingEvent.OfMeeting { MeetingId: var id } => new(
                id,
                (before?.FindMeeting(id)?.Status ?? MeetingStatus.None).ToString(),
                (after.FindMeeting(id)?.Status ?? MeetingStatus.None).ToString()),
            MeetingEvent.OfReply { ReplyId: var id } => new(
                id,
                (before?.FindReply(id)?.Status ?? ReplyStatus.None).ToString(),
                (after.FindReply(id)?.Status ?? ReplyStatus.None).ToString()),
            _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
        };
    }

    private static WorkItemMeetings EvolveMeeting(WorkItemMeetings state, MeetingEvent.OfMeeting @event)
    {
        if (@event is MeetingEvent.Requested requested)
        {
            return Prune(state with
            {
                Meetings = state.Meetings.Add(new Meeting
                {
                    Id = requested.MeetingId,
                    Kind = requested.Kind,
                    Status = MeetingStatus.Requested,
                    Host = requested.Host,
                    Plan = requested.Plan,
                    ReplyPlan = requested.Reply,
                }),
            });
        }

        var index = IndexOf(state.Meetings, @event.MeetingId);
        return state with { Meetings = state.Meetings.SetItem(index, EvolveMeeting(state.Meetings[index], @event)) };
    }

    private static Meeting EvolveMeeting(Meeting meeting, MeetingEvent.OfMeeting @event) => @event switch
    {
        MeetingEvent.Started started => meeting with { Status = MeetingStatus.Live, Course = new MeetingCourse(started.At) },
        MeetingEvent.Ended ended => Close(meeting, MeetingStatus.Ended, ended.At, ended.Reason),
        MeetingEvent.Missed missed => Close(meeting, MeetingStatus.Missed, missed.At, MeetingEndReason.TimeUp),
        MeetingEvent.Cancelled cancelled => Close(meeting, MeetingStatus.Cancelled, cancelled.At, cancelled.Reason),
        MeetingEvent.ProvisioningFailed failed => Close(meeting, MeetingStatus.Failed, failed.At, failed.Reason, failed.Detail),
        MeetingEvent.Provisioned provisioned => meeting with
        {
            Status = meeting.Kind == MeetingKind.Instant ? MeetingStatus.Live : MeetingStatus.Scheduled,
            Access = provisioned.Access,
            Course = meeting.Kind == MeetingKind.Instant ? new MeetingCourse(meeting.Plan.StartsAt) : null,
        },
        MeetingEvent.Updated updated => meeting with
        {
            Status = meeting.Status == MeetingStatus.Missed ? MeetingStatus.Scheduled : meeting.Status,
            Plan = updated.Plan,
            Course = meeting.Status == MeetingStatus.Missed ? null : meeting.Course,
        },
        MeetingEvent.CancellationRequested requested => meeting with { Status = MeetingStatus.Cancelling, ReplyPlan = requested.Reply },
        MeetingEvent.CancellationFailed failed => failed.IsRunning
            ? meeting with { Status = MeetingStatus.Live, Course = new MeetingCourse(failed.At, Detail: failed.Detail) }
            : meeting with { Status = MeetingStatus.Scheduled, Course = new MeetingCourse(null, Detail: failed.Detail) },
        MeetingEvent.ProvisionedTooLate => meeting,
        _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
    };

    private static WorkItemMeetings EvolveReply(WorkItemMeetings state, MeetingEvent.OfReply @event)
    {
        if (@event is MeetingEvent.ReplyDrafted drafted)
        {
            var atOnce = drafted.Submission == ReplySubmission.AtOnce;
            return state with
            {
                Replies = state.Replies.Add(new Reply(
                    drafted.ReplyId,
                    drafted.MeetingId,
                    drafted.Purpose,
                    atOnce ? ReplyStatus.Submitting : ReplyStatus.Draft,
                    drafted.Text,
                    drafted.Status,
                    drafted.At,
                    Submissions: atOnce ? 1 : 0)),
            };
        }

        var index = IndexOf(state.Replies, @event.ReplyId);
        return state with { Replies = state.Replies.SetItem(index, EvolveReply(state.Replies[index], @event)) };
    }

    private static Reply EvolveReply(Reply reply, MeetingEvent.OfReply @event) => @event switch
    {
        MeetingEvent.ReplyEdited edited => reply with { Status = ReplyStatus.Draft, Text = edited.Text, WorkItemStatus = edited.Status, Rejection = null },
        MeetingEvent.ReplySubmissionRequested => reply with { Status = ReplyStatus.Submitting, Rejection = null, Submissions = reply.Submissions + 1 },
        MeetingEvent.ReplySubmitted => reply with { Status = ReplyStatus.Submitted, Rejection = null },
        MeetingEvent.ReplyRejected rejected => reply with { Status = ReplyStatus.Rejected, Rejection = rejected.Rejection },
        MeetingEvent.ReplyDiscarded => reply with { Status = ReplyStatus.Discarded },
        _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
    };

    private static Meeting Close(Meeting meeting, MeetingStatus status, DateTimeOffset at, MeetingEndReason reason, string detail = "") =>
        meeting with { Status = status, Course = new MeetingCourse(meeting.Course?.StartedAt, at, reason, detail) };

    // The state stays small however old the work item grows. A meeting goes with its replies, but never while one of them is on its way.
    private static WorkItemMeetings Prune(WorkItemMeetings state)
    {
        var excess = state.Meetings.Count(meeting => !meeting.IsOpen) - KeptClosedMeetings;
        if (excess <= 0)
        {
            return state;
        }

        var gone = state.Meetings
            .Where(meeting => !meeting.IsOpen && !state.Replies.Any(reply => reply.MeetingId == meeting.Id && reply.Status == ReplyStatus.Submitting))
            .Take(excess)
            .Select(meeting => meeting.Id)
            .ToHashSet(StringComparer.Ordinal);
        return new WorkItemMeetings(
            [.. state.Meetings.Where(meeting => !gone.Contains(meeting.Id))],
            [.. state.Replies.Where(reply => !gone.Contains(reply.MeetingId))]);
    }

    private static int IndexOf(ImmutableArray<Meeting> meetings, string id)
    {
        for (var i = meetings.Length - 1; i >= 0; i--)
        {
            if (meetings[i].Id == id)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The history speaks of the meeting '{id}', which it never mentioned before.");
    }

    private static int IndexOf(ImmutableArray<Reply> replies, string id)
    {
        for (var i = replies.Length - 1; i >= 0; i--)
        {
            if (replies[i].Id == id)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The history speaks of the reply '{id}', which it never mentioned before.");
    }
}
