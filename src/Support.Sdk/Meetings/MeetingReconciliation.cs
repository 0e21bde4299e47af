namespace Support.Sdk.Meetings;

/// <summary>Turns how a meeting stands at its provider into the report that its machine has missed.</summary>
internal static class MeetingReconciliation
{
    /// <summary>The report; <see langword="null"/> when the machine knows everything, or when the meeting is gone at the provider.</summary>
    public static MeetingReport? ReportOf(Meeting meeting, ProviderMeeting? found, DateTimeOffset now) => (found, meeting.Status) switch
    {
        (null, _) => null,
        ({ State: ProviderMeetingState.Running }, MeetingStatus.Scheduled or MeetingStatus.Missed or MeetingStatus.Ended) =>
            new MeetingReport.Started(found.StartedAt ?? Later(found.StartsAt, meeting.Course?.EndedAt)),
        ({ State: ProviderMeetingState.Ended }, MeetingStatus.Scheduled or MeetingStatus.Missed or MeetingStatus.Live) =>
            new MeetingReport.Ended(found.EndedAt ?? now),
        ({ State: ProviderMeetingState.NotStarted }, MeetingStatus.Scheduled or MeetingStatus.Missed) =>
            new MeetingReport.Updated(now, found.Topic, found.StartsAt, found.Duration),
        _ => null,
    };

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset? right) => right is { } other && other >= left ? other + TimeSpan.FromTicks(1) : left;
}
