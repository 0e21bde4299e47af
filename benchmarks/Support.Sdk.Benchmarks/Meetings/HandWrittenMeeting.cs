using Support.Sdk.Meetings;
using static Support.Sdk.Meetings.MeetingStatus;
using static Support.Sdk.Meetings.MeetingTrigger;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>The rules of a meeting as one would write them for one application: switches and loops, no table, no events, no reasons beyond a code.</summary>
internal static class HandWrittenMeeting
{
    public static bool TryGetNext(MeetingStatus status, MeetingTrigger trigger, out MeetingStatus next)
    {
        MeetingStatus? found = (status, trigger) switch
        {
            (None, StartInstant or MeetingTrigger.Schedule) => Requested,
            (_, StartInstant or MeetingTrigger.Schedule) => status,

            (Scheduled or Live, MeetingTrigger.Start) => Live,
            (_, MeetingTrigger.Start) => null,

            (Requested, Cancel) => MeetingStatus.Cancelled,
            (Scheduled or Cancelling, Cancel) => Cancelling,
            (_, Cancel) => null,

            (_, TimeUp) => status switch
            {
                Requested => Failed,
                Scheduled => Missed,
                Live => Ended,
                _ => status,
            },

            (None, _) => null,

            (Requested or Failed, Provisioned) => Scheduled,
            (Requested, ProvisioningFailed) => Failed,
            (Cancelling, CancellationConfirmed) => MeetingStatus.Cancelled,
            (Cancelling, CancellationFailed) => Scheduled,
            (Scheduled or Ended or Missed, ReportedStarted) => Live,
            (Scheduled or Live or Cancelling or Missed, ReportedEnded) => Ended,
            (Missed, ReportedUpdated) => Scheduled,
            (Scheduled, ReportedDeleted) => MeetingStatus.Cancelled,
            (Live, ReportedDeleted) => Ended,
            _ => status,
        };
        next = found ?? status;
        return found is not null;
    }

    public static WorkItemMeetings Start(WorkItemMeetings state, string id, DateTimeOffset now)
    {
        for (var i = state.Meetings.Length - 1; i >= 0; i--)
        {
            var meeting = state.Meetings[i];
            if (meeting.Id == id && meeting.Status == Scheduled && now >= meeting.Plan.OpensAt)
            {
                return state with { Meetings = state.Meetings.SetItem(i, meeting with { Status = Live, Course = new(now) }) };
            }
        }

        throw new InvalidOperationException("The meeting cannot be started.");
    }

    /// <summary>Why the meeting cannot be cancelled: a code, or nothing.</summary>
    public static string? WhyNotCancel(WorkItemMeetings state, string id)
    {
        for (var i = state.Meetings.Length - 1; i >= 0; i--)
        {
            var meeting = state.Meetings[i];
            if (meeting.Id == id)
            {
                return meeting.Status switch
                {
                    Live => "meetings.already-started",
                    Ended or Missed => "meetings.over",
                    MeetingStatus.Cancelled => "meetings.cancelled",
                    Failed => "meetings.failed",
                    _ => null,
                };
            }
        }

        return "meetings.unknown-meeting";
    }

    public static bool IsAnythingDue(WorkItemMeetings state, DateTimeOffset now)
    {
        foreach (var meeting in state.Meetings)
        {
            if ((meeting.Status is Requested or Scheduled && meeting.Plan.EndsAt <= now) || (meeting.Status is Live && meeting.VisibleUntil <= now))
            {
                return true;
            }
        }

        return false;
    }

    public static List<Permission> Explain(WorkItemMeetings state, DateTimeOffset now)
    {
        Meeting? scheduled = null;
        foreach (var meeting in state.Meetings)
        {
            if (meeting.OccupiesSchedule)
            {
                scheduled = meeting;
                break;
            }
        }

        List<Permission> permissions = [new("StartInstant", ""), new("Schedule", "", scheduled is null ? null : "meetings.already-scheduled", scheduled)];
        var any = false;
        foreach (var meeting in state.Meetings)
        {
            if (meeting.IsOpen)
            {
                any = true;
                permissions.Add(new("Start", meeting.Id, WhyNotStart(meeting, now), meeting));
                permissions.Add(new("Cancel", meeting.Id, WhyNotCancel(state, meeting.Id), meeting));
            }
        }

        if (!any)
        {
            permissions.Add(new("Start", "", "meetings.unknown-meeting"));
            permissions.Add(new("Cancel", "", "meetings.unknown-meeting"));
        }

        foreach (var reply in state.Replies)
        {
            if (reply.Status is ReplyStatus.Draft or ReplyStatus.Rejected or ReplyStatus.Submitting)
            {
                var isOnItsWay = reply.Status == ReplyStatus.Submitting;
                permissions.Add(new("EditReply", reply.Id, isOnItsWay ? "meetings.reply-being-submitted" : null));
                permissions.Add(new("SubmitReply", reply.Id));
                permissions.Add(new("DiscardReply", reply.Id, isOnItsWay ? "meetings.reply-being-submitted" : null));
            }
        }

        return permissions;
    }

    private static string? WhyNotStart(Meeting meeting, DateTimeOffset now) => meeting.Status switch
    {
        Live => null,
        Scheduled => now >= meeting.Plan.OpensAt ? null : "meetings.not-yet",
        Requested => "meetings.being-prepared",
        _ => "meetings.being-cancelled",
    };
}
