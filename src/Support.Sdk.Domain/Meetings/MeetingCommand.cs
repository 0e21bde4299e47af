using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>What can be asked of the meetings of a work item. The set is closed.</summary>
/// <remarks>Ids come from the caller; a command that names an id already used by the same action is a repeat and records nothing.</remarks>
public abstract record MeetingCommand
{
    private protected MeetingCommand()
    {
    }

    /// <summary>An agent starts an instant meeting in the host's Personal Room (MTG-01).</summary>
    /// <param name="MeetingId">The new meeting's id; up to 40 letters, digits and hyphens.</param>
    /// <param name="Host">Whose meeting it is.</param>
    /// <param name="Topic">Its topic, as the public reply tells it.</param>
    /// <param name="TimeZone">The IANA time zone of the public reply.</param>
    /// <param name="Reply">The public reply to produce.</param>
    /// <param name="Prerequisites">The facts found just before.</param>
    public sealed record StartInstant(
        string MeetingId,
        MeetingHost Host,
        string Topic,
        string TimeZone,
        ReplyPlan Reply,
        MeetingPrerequisites Prerequisites) : MeetingCommand;

    /// <summary>An agent schedules a meeting (MTG-04).</summary>
    /// <param name="MeetingId">The new meeting's id; up to 40 letters, digits and hyphens.</param>
    /// <param name="Host">Whose meeting it is.</param>
    /// <param name="Plan">What it is to be.</param>
    /// <param name="Reply">The public reply to produce.</param>
    /// <param name="Prerequisites">The facts found just before.</param>
    public sealed record Schedule(
        string MeetingId,
        MeetingHost Host,
        MeetingPlan Plan,
        ReplyPlan Reply,
        MeetingPrerequisites Prerequisites) : MeetingCommand;

    /// <summary>An agent starts the scheduled meeting (MTG-07).</summary>
    /// <param name="MeetingId">The meeting.</param>
    public sealed record Start(string MeetingId) : MeetingCommand;

    /// <summary>An agent cancels the scheduled meeting (MTG-09).</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Confirmed">Whether the agent confirmed; without it the command is refused.</param>
    /// <param name="Reply">The public reply to produce.</param>
    public sealed record Cancel(string MeetingId, bool Confirmed, ReplyPlan Reply) : MeetingCommand;

    /// <summary>An agent edits a draft (MTG-03).</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="Text">The new text; <see langword="null"/> leaves it as it is.</param>
    /// <param name="Status">The status to give the work item; <see langword="null"/> leaves the former choice.</param>
    public sealed record EditReply(string ReplyId, string? Text, WorkItemStatus? Status) : MeetingCommand;

    /// <summary>An agent submits a draft (MTG-03).</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record SubmitReply(string ReplyId) : MeetingCommand;

    /// <summary>An agent throws a draft away.</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record DiscardReply(string ReplyId) : MeetingCommand;

    /// <summary>The provider made the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Access">How to get in.</param>
    /// <param name="ReplyText">The text of the public reply, in its language.</param>
    public sealed record ConfirmProvisioned(string MeetingId, MeetingAccess Access, string ReplyText) : MeetingCommand;

    /// <summary>The provider will not make the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">What the provider said, without secrets.</param>
    public sealed record ReportProvisioningFailed(string MeetingId, MeetingEndReason Reason, string Detail) : MeetingCommand;

    /// <summary>The provider deleted the meeting as asked, or had it no more.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="ReplyText">The text of the public reply, in its language.</param>
    public sealed record ConfirmCancelled(string MeetingId, string ReplyText) : MeetingCommand;

    /// <summary>The provider will not delete the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="IsRunning">Whether that is because it runs.</param>
    /// <param name="Detail">What the provider said, without secrets.</param>
    public sealed record ReportCancellationFailed(string MeetingId, bool IsRunning, string Detail) : MeetingCommand;

    /// <summary>The work item's system has the public reply.</summary>
    /// <param name="ReplyId">The reply.</param>
    public sealed record ConfirmReplySubmitted(string ReplyId) : MeetingCommand;

    /// <summary>The work item's system did not take the public reply.</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="Rejection">Why.</param>
    public sealed record ReportReplyRejected(string ReplyId, ReplyRejection Rejection) : MeetingCommand;

    /// <summary>The provider reports what happened to the meeting there: by webhook, late, twice or out of order, or asked by a reconciling query.</summary>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="Report">What the provider reports.</param>
    public sealed record ApplyReport(string MeetingId, MeetingReport Report) : MeetingCommand;
}
