using Support.Sdk.Running;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

// The public reply is a draft until it is submitted (MTG-03).
public sealed partial class MeetingWorkflow
{
    /// <summary>Edits the draft of a public reply (MTG-03).</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="replyId">The reply.</param>
    /// <param name="text">The new text; <see langword="null"/> leaves it as it is. An empty one is refused.</param>
    /// <param name="status">The status that the work item gets with it; <see langword="null"/> leaves the former choice.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reply, or the refusal.</returns>
    public ValueTask<Outcome<Reply>> EditReplyAsync(
        WorkItemRef workItem,
        string replyId,
        string? text,
        WorkItemStatus? status,
        CommandOrigin origin,
        CancellationToken cancellationToken = default) =>
        ExecuteReplyAsync(workItem, new MeetingCommand.EditReply(replyId, text, status), replyId, origin, cancellationToken);

    /// <summary>Submits a public reply (MTG-03); submitting it again answers the same and writes nothing twice.</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="replyId">The reply.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call; the submission is finished in the background.</param>
    /// <returns>
    /// The reply, or the refusal. Its status tells how far it got: <see cref="ReplyStatus.Submitted"/>, <see cref="ReplyStatus.Submitting"/> while the
    /// work item's system cannot be reached, <see cref="ReplyStatus.Rejected"/> with the reason, as on a closed work item.
    /// </returns>
    public ValueTask<Outcome<Reply>> SubmitReplyAsync(WorkItemRef workItem, string replyId, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteReplyAsync(workItem, new MeetingCommand.SubmitReply(replyId), replyId, origin, cancellationToken);

    /// <summary>Throws the draft of a public reply away.</summary>
    /// <returns>The reply, or the refusal.</returns>
    public ValueTask<Outcome<Reply>> DiscardReplyAsync(WorkItemRef workItem, string replyId, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteReplyAsync(workItem, new MeetingCommand.DiscardReply(replyId), replyId, origin, cancellationToken);

    private async ValueTask<Outcome<Reply>> ExecuteReplyAsync(
        WorkItemRef workItem,
        MeetingCommand command,
        string replyId,
        CommandOrigin origin,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replyId);
        var outcome = await _runner.ExecuteAsync(MeetingMachine.StreamOf(workItem), command, origin, cancellationToken).ConfigureAwait(false);
        return outcome.Select(view => view.State!.FindReply(replyId)!);
    }
}
