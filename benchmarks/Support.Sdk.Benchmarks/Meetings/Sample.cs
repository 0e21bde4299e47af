using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>A work item as it looks on an ordinary day: a meeting of last week, the one of today, and the draft that invites to it.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    private static readonly MeetingHost Host = new(MeetingHost.Webex, "support", "agent@example.com");
    private static readonly ReplyPlan Reply = new("reply-2", ReplySubmission.Draft, "en");

    public static CommandContext Context { get; } = new(new Actor("agent-7"), Now);

    /// <summary>An id as it comes from a request: equal to the state's, but another string.</summary>
    public static string MeetingId => string.Concat("meeting", "-2".AsSpan());

    public static ReplyPlan CancellationReply { get; } = new("reply-3", ReplySubmission.Draft, "en");

    public static WorkItemMeetings With(MeetingStatus status) => new(
        [
            new Meeting
            {
                Id = "meeting-1",
                Kind = MeetingKind.Scheduled,
                Status = MeetingStatus.Ended,
                Host = Host,
                Plan = Plan(Now.AddDays(-7)),
                ReplyPlan = Reply with { ReplyId = "reply-1" },
                Access = new("f1c2a9d0", "https://example.webex.com/m/f1c2a9d0", "2551 440 9001", "Xy7#k"),
                Course = new(Now.AddDays(-7), Now.AddDays(-7).AddMinutes(40), MeetingEndReason.ReportedByProvider),
            },
            new Meeting
            {
                Id = "meeting-2",
                Kind = MeetingKind.Scheduled,
                Status = status,
                Host = Host,
                Plan = Plan(Now),
                ReplyPlan = Reply,
                Access = new("a07be415", "https://example.webex.com/m/a07be415", "2551 440 9002", "Pq2!r"),
                Course = status == MeetingStatus.Live ? new(Now) : null,
            },
        ],
        [
            new Reply("reply-1", "meeting-1", ReplyPurpose.Scheduled, ReplyStatus.Submitted, "Let us meet last week.", null, Now.AddDays(-8)),
            new Reply("reply-2", "meeting-2", ReplyPurpose.Scheduled, ReplyStatus.Draft, "Let us meet today.", null, Now.AddHours(-1)),
        ]);

    private static MeetingPlan Plan(DateTimeOffset startsAt) =>
        new("Printer on fire", startsAt, TimeSpan.FromHours(1), "Europe/Paris", startsAt.AddMinutes(-15), ["customer@example.com"]);
}
