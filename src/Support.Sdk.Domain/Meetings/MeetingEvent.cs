using System.Text.Json.Serialization;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>What can happen to the meetings of a work item. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Requested), "meeting-requested")]
[JsonDerivedType(typeof(Provisioned), "meeting-provisioned")]
[JsonDerivedType(typeof(ProvisioningFailed), "meeting-provisioning-failed")]
[JsonDerivedType(typeof(ProvisionedTooLate), "meeting-provisioned-too-late")]
[JsonDerivedType(typeof(Started), "meeting-started")]
[JsonDerivedType(typeof(Ended), "meeting-ended")]
[JsonDerivedType(typeof(Missed), "meeting-missed")]
[JsonDerivedType(typeof(Updated), "meeting-updated")]
[JsonDerivedType(typeof(CancellationRequested), "meeting-cancellation-requested")]
[JsonDerivedType(typeof(Cancelled), "meeting-cancelled")]
[JsonDerivedType(typeof(CancellationFailed), "meeting-cancellation-failed")]
[JsonDerivedType(typeof(ReplyDrafted), "reply-drafted")]
[JsonDerivedType(typeof(ReplyEdited), "reply-edited")]
[JsonDerivedType(typeof(ReplySubmissionRequested), "reply-submission-requested")]
[JsonDerivedType(typeof(ReplySubmitted), "reply-submitted")]
[JsonDerivedType(typeof(ReplyRejected), "reply-rejected")]
[JsonDerivedType(typeof(ReplyDiscarded), "reply-discarded")]
public abstract record MeetingEvent
{
    private protected MeetingEvent()
    {
    }

    /// <summary>An event about one meeting.</summary>
    public abstract record OfMeeting : MeetingEvent
    {
        private protected OfMeeting(string meetingId) => MeetingId = meetingId;

        /// <summary>The meeting.</summary>
        public string MeetingId { get; }
    }

    /// <summary>An event about one public reply.</summary>
    public abstract record OfReply : MeetingEvent
    {
        private protected OfReply(string replyId) => ReplyId = replyId;

        /// <summary>The reply.</summary>
        public string ReplyId { get; }
    }

    /// <summary>A meeting was asked for.</summary>
    /// <param name="MeetingId">Its id.</param>
    /// <param name="Kind">Instant or scheduled.</param>
    /// <param name="Host">Whose meeting it is.</param>
    /// <param name="Plan">What it is to be.</param>
    /// <param name="Reply">The public reply to produce.</param>
    public sealed record Requested(string MeetingId, MeetingKind Kind, MeetingHost Host, MeetingPlan Plan, ReplyPlan Reply) : OfMeeting(MeetingId);

    /// <summary>The provider made the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Access">How to get in.</param>
    /// <param name="At">When that was known (UTC).</param>
    public sealed record Provisioned(string MeetingId, MeetingAccess Access, DateTimeOffset At) : OfMeeting(MeetingId);

    /// <summary>The provider did not make the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">What the provider said.</param>
    /// <param name="At">When that was known (UTC).</param>
    public sealed record ProvisioningFailed(string MeetingId, MeetingEndReason Reason, string Detail, DateTimeOffset At) : OfMeeting(MeetingId);

    /// <summary>The provider made the meeting after nobody wanted it any more; it is deleted again.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="ProviderId">The provider's id of what has to be deleted.</param>
    public sealed record ProvisionedTooLate(string MeetingId, string ProviderId) : OfMeeting(MeetingId);

    /// <summary>The meeting was started.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Started(string MeetingId, DateTimeOffset At) : OfMeeting(MeetingId);

    /// <summary>The meeting ended.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="Reason">How that is known.</param>
    public sealed record Ended(string MeetingId, DateTimeOffset At, MeetingEndReason Reason) : OfMeeting(MeetingId);

    /// <summary>The meeting's time passed and nobody had started it, as far as is known.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Missed(string MeetingId, DateTimeOffset At) : OfMeeting(MeetingId);

    /// <summary>Topic or time were changed at the provider.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Plan">What it is to be now.</param>
    public sealed record Updated(string MeetingId, MeetingPlan Plan) : OfMeeting(MeetingId);

    /// <summary>The cancellation was asked for.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Reply">The public reply to produce.</param>
    public sealed record CancellationRequested(string MeetingId, ReplyPlan Reply) : OfMeeting(MeetingId);

    /// <summary>The meeting is cancelled.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="Reason">By whom: here, or at the provider.</param>
    public sealed record Cancelled(string MeetingId, DateTimeOffset At, MeetingEndReason Reason) : OfMeeting(MeetingId);

    /// <summary>The provider did not delete the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="IsRunning">Whether that is because it runs.</param>
    /// <param name="Detail">What the provider said.</param>
    /// <param name="At">When that was known (UTC).</param>
    public sealed record CancellationFailed(string MeetingId, bool IsRunning, string Detail, DateTimeOffset At) : OfMeeting(MeetingId);

    /// <summary>The text of a public reply was made.</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="MeetingId">The meeting that it tells of.</param>
    /// <param name="Purpose">What it tells.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Status">The status that the work item gets with it.</param>
    /// <param name="Submission">Whether it waits as a draft or is submitted at once.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record ReplyDrafted(
        string ReplyId,
        string MeetingId,
        ReplyPurpose Purpose,
        string Text,
        WorkItemStatus? Status,
        ReplySubmission Submission,
        DateTimeOffset At) : OfReply(ReplyId);

    /// <summary>The agent edited the draft.</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="Text">Its text now.</param>
    /// <param name="Status">The status that the work item gets with it.</param>
    public sealed record ReplyEdited(string ReplyId, string Text, WorkItemStatus? Status) : OfReply(ReplyId);

    /// <summary>The agent submitted the reply.</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record ReplySubmissionRequested(string ReplyId) : OfReply(ReplyId);

    /// <summary>The reply stands in the conversation.</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record ReplySubmitted(string ReplyId) : OfReply(ReplyId);

    /// <summary>The work item's system did not take the reply.</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="Rejection">Why.</param>
    public sealed record ReplyRejected(string ReplyId, ReplyRejection Rejection) : OfReply(ReplyId);

    /// <summary>The draft was thrown away.</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record ReplyDiscarded(string ReplyId) : OfReply(ReplyId);
}
