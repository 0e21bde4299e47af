using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>Does what meetings demand of their provider and of the work item's system.</summary>
internal sealed class MeetingEffectHandler(
    IServiceProvider services,
    MeetingReplyWriter writer,
    MeetingSetups setups,
    TimeProvider timeProvider) : IEffectHandler<WorkItemMeetings, MeetingCommand, MeetingEffect>
{
    private const int ReconcileAttempts = 4;

    public ValueTask<EffectResult<MeetingCommand>> RunAsync(
        MeetingEffect effect,
        WorkItemMeetings state,
        EffectContext context,
        CancellationToken cancellationToken = default)
    {
        var workItem = MeetingMachine.WorkItemOf(context.Id.Stream);
        return effect switch
        {
            MeetingEffect.Provision provision => ProvisionAsync(state.FindMeeting(provision.MeetingId), workItem, cancellationToken),
            MeetingEffect.Delete delete => DeleteAsync(state.FindMeeting(delete.MeetingId), cancellationToken),
            MeetingEffect.DeleteUnwanted delete => DeleteUnwantedAsync(delete, cancellationToken),
            MeetingEffect.Reconcile reconcile => ReconcileAsync(state.FindMeeting(reconcile.MeetingId), context, cancellationToken),
            MeetingEffect.Log log => LogAsync(state.FindMeeting(log.MeetingId), workItem, cancellationToken),
            MeetingEffect.Submit submit => SubmitAsync(state.FindReply(submit.ReplyId), state, workItem, cancellationToken),
            _ => throw new UnreachableException($"The effect {effect.GetType().Name} has no case."),
        };
    }

    public MeetingCommand? GiveUp(MeetingEffect effect, FailureKind kind, string description) => effect switch
    {
        MeetingEffect.Provision provision => new MeetingCommand.ReportProvisioningFailed(
            provision.MeetingId,
            kind switch
            {
                FailureKind.Transient or FailureKind.Conflict => MeetingEndReason.ProviderUnavailable,
                FailureKind.Reauthorization => MeetingEndReason.ReauthorizationRequired,
                _ => MeetingEndReason.RefusedByProvider,
            },
            description),
        MeetingEffect.Delete delete => new MeetingCommand.ReportCancellationFailed(delete.MeetingId, IsRunning: false, description),
        MeetingEffect.Submit submit => new MeetingCommand.ReportReplyRejected(submit.ReplyId, new ReplyRejection(
            kind switch
            {
                FailureKind.Transient or FailureKind.Conflict => ReplyRejectionReason.Unavailable,
                FailureKind.Reauthorization => ReplyRejectionReason.ReauthorizationRequired,
                FailureKind.NotFound => ReplyRejectionReason.WorkItemNotFound,
                _ => ReplyRejectionReason.Refused,
            },
            description)),
        _ => null,
    };

    private async ValueTask<EffectResult<MeetingCommand>> ProvisionAsync(Meeting? meeting, WorkItemRef workItem, CancellationToken cancellationToken)
    {
        if (meeting is null)
        {
            return EffectResult<MeetingCommand>.Done;
        }

        var provider = Provider(meeting.Host);
        var order = new MeetingOrder(meeting.Id, workItem, meeting.Plan);
        switch (meeting)
        {
            case { Status: MeetingStatus.Requested or MeetingStatus.Failed, Kind: MeetingKind.Instant }:
                return await provider.FindPersonalRoomAsync(meeting.Host, cancellationToken).ConfigureAwait(false) is { } room
                    ? Report(new MeetingCommand.ConfirmProvisioned(meeting.Id, room with { ProviderId = null }, writer.WriteStarted(meeting, room)))
                    : Report(new MeetingCommand.ReportProvisioningFailed(meeting.Id, MeetingEndReason.NoPersonalRoom, ""));
            case { Status: MeetingStatus.Requested or MeetingStatus.Failed }:
                var made = await provider.ScheduleAsync(meeting.Host, order, cancellationToken).ConfigureAwait(false);
                return Report(new MeetingCommand.ConfirmProvisioned(meeting.Id, made, writer.WriteScheduled(meeting, made)));
            case { Status: MeetingStatus.Cancelled, Kind: MeetingKind.Scheduled, Access: null }:
                // Cancelled while it was being made: an earlier attempt may have made it all the same.
                return await provider.FindAsync(meeting.Host, order, cancellationToken).ConfigureAwait(false) is { } found
                    ? Report(new MeetingCommand.ConfirmProvisioned(meeting.Id, found, writer.WriteScheduled(meeting, found)))
                    : EffectResult<MeetingCommand>.Done;
            default:
                return EffectResult<MeetingCommand>.Done;
        }
    }

    private async ValueTask<EffectResult<MeetingCommand>> DeleteAsync(Meeting? meeting, CancellationToken cancellationToken)
    {
        if (meeting is not { Status: MeetingStatus.Cancelling, Access.ProviderId: { } providerId })
        {
            return EffectResult<MeetingCommand>.Done;
        }

        return await Provider(meeting.Host).DeleteAsync(meeting.Host, providerId, cancellationToken).ConfigureAwait(false) == MeetingDeletion.Running
            ? Report(new MeetingCommand.ReportCancellationFailed(meeting.Id, IsRunning: true, ""))
            : Report(new MeetingCommand.ConfirmCancelled(meeting.Id, writer.WriteCancelled(meeting, meeting.ReplyPlan.Language)));
    }

    private async ValueTask<EffectResult<MeetingCommand>> DeleteUnwantedAsync(MeetingEffect.DeleteUnwanted effect, CancellationToken cancellationToken) =>
        await Provider(effect.Host).DeleteAsync(effect.Host, effect.ProviderId, cancellationToken).ConfigureAwait(false) == MeetingDeletion.Running
            ? EffectResult<MeetingCommand>.Fail($"The meeting {effect.ProviderId} is not wanted any more, but runs and cannot be deleted.")
            : EffectResult<MeetingCommand>.Done;

    private async ValueTask<EffectResult<MeetingCommand>> ReconcileAsync(Meeting? meeting, EffectContext context, CancellationToken cancellationToken)
    {
        if (meeting is not { Status: MeetingStatus.Missed, Access.ProviderId: { } providerId })
        {
            return EffectResult<MeetingCommand>.Done;
        }

        var found = await Provider(meeting.Host).ReadAsync(meeting.Host, providerId, cancellationToken).ConfigureAwait(false);
        if (found is { State: ProviderMeetingState.NotStarted } && context.Attempt < ReconcileAttempts && found.StartsAt == meeting.Plan.StartsAt)
        {
            // The provider shows ended meetings some minutes late.
            return EffectResult<MeetingCommand>.Retry("The provider does not show whether the meeting was held yet.", TimeSpan.FromMinutes(5));
        }

        return MeetingReconciliation.ReportOf(meeting, found, timeProvider.GetUtcNow()) is { } report
            ? Report(new MeetingCommand.ApplyReport(meeting.Id, report))
            : EffectResult<MeetingCommand>.Done;
    }

    private async ValueTask<EffectResult<MeetingCommand>> LogAsync(Meeting? meeting, WorkItemRef workItem, CancellationToken cancellationToken)
    {
        if (meeting is not { Status: MeetingStatus.Ended })
        {
            return EffectResult<MeetingCommand>.Done;
        }

        var setup = await setups.ReadAsync(workItem.System, workItem.Account, cancellationToken).ConfigureAwait(false);
        if (!setup.LoggingEnabled)
        {
            return EffectResult<MeetingCommand>.Done;
        }

        var note = new WorkItemComment($"log-{meeting.Id}", writer.WriteLog(meeting), IsPublic: false, Status: null, meeting.Plan.OpensAt)
        {
            Meeting = MeetingNotices.LogOf(meeting),
        };
        var result = await WorkItems(workItem).CommentAsync(workItem, note, cancellationToken).ConfigureAwait(false);
        return result.Rejection is { } rejection
            ? EffectResult<MeetingCommand>.Fail($"The work item took no log: {rejection}. {result.Detail}")
            : EffectResult<MeetingCommand>.Done;
    }

    private async ValueTask<EffectResult<MeetingCommand>> SubmitAsync(Reply? reply, WorkItemMeetings state, WorkItemRef workItem, CancellationToken cancellationToken)
    {
        if (reply is not { Status: ReplyStatus.Submitting })
        {
            return EffectResult<MeetingCommand>.Done;
        }

        var comment = new WorkItemComment($"reply-{reply.Id}", reply.Text, IsPublic: true, reply.WorkItemStatus, reply.DraftedAt)
        {
            Meeting = state.FindMeeting(reply.MeetingId) is { } meeting ? MeetingNotices.Of(meeting, reply.Purpose) : null,
        };
        var result = await WorkItems(workItem).CommentAsync(workItem, comment, cancellationToken).ConfigureAwait(false);
        return result.Rejection is { } rejection
            ? Report(new MeetingCommand.ReportReplyRejected(reply.Id, new ReplyRejection(
                rejection switch
                {
                    CommentRejection.Closed => ReplyRejectionReason.WorkItemClosed,
                    CommentRejection.NotFound => ReplyRejectionReason.WorkItemNotFound,
                    _ => ReplyRejectionReason.Refused,
                },
                result.Detail)))
            : Report(new MeetingCommand.ConfirmReplySubmitted(reply.Id));
    }

    private static EffectResult<MeetingCommand> Report(MeetingCommand command) => EffectResult<MeetingCommand>.Report(command);

    private IMeetingProvider Provider(MeetingHost host) => services.GetRequiredKeyedService<IMeetingProvider>(host.Provider);

    private IWorkItems WorkItems(WorkItemRef workItem) => services.GetRequiredKeyedService<IWorkItems>(workItem.System);
}
