using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>What a work item's system is told of a meeting beside the text.</summary>
internal static class MeetingNotices
{
    public static WorkItemMeeting Of(Meeting meeting, ReplyPurpose purpose) => new(
        meeting.Id,
        purpose == ReplyPurpose.Cancelled ? MeetingNotice.Cancellation : MeetingNotice.Invitation,
        meeting.Plan.Topic,
        meeting.Plan.StartsAt,
        meeting.Plan.EndsAt,
        meeting.Access?.JoinLink);

    public static WorkItemMeeting LogOf(Meeting meeting)
    {
        var startedAt = meeting.Course?.StartedAt ?? meeting.Plan.StartsAt;
        var endedAt = meeting.Course?.EndedAt ?? meeting.Plan.EndsAt;
        return new(meeting.Id, MeetingNotice.Log, meeting.Plan.Topic, startedAt, endedAt > startedAt ? endedAt : startedAt, meeting.Access?.JoinLink);
    }
}
