using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.Stores;

namespace Support.Sdk.Meetings;

/// <summary>Finds the work item that a provider's report is about, and applies the report.</summary>
internal sealed class MeetingReports(
    MachineRunner<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect> runner,
    IMachineStore store,
    MeetingReplyWriter writer,
    IServiceProvider services,
    IIdGenerator ids,
    IOptions<SupportSdkOptions> options) : IMeetingReports
{
    public async ValueTask<bool> ReceiveAsync(ProviderMeetingReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var entry = MeetingMachine.ProviderEntry(report.Provider, report.Account, report.ProviderId);
        var streams = await store.FindAsync(entry, limit: 1, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (streams is not [var stream])
        {
            return false;
        }

        var view = await runner.ReadAsync(stream.Id, cancellationToken).ConfigureAwait(false);
        var meeting = view.State?.Meetings.LastOrDefault(candidate => candidate.Access?.ProviderId == report.ProviderId);
        if (meeting is null)
        {
            return false;
        }

        if (await InterpretAsync(report, meeting, cancellationToken).ConfigureAwait(false) is { } interpreted)
        {
            var outcome = await runner
                .ExecuteAsync(stream.Id, new MeetingCommand.ApplyReport(meeting.Id, interpreted), CommandOrigin.System, new CommandOptions { Effects = EffectExecution.Background }, cancellationToken)
                .ConfigureAwait(false);
            if (outcome.Refusal is { } refusal && refusal.Code != MeetingRefusals.UnknownMeeting.Code)
            {
                // The sender delivers again: nothing is lost.
                throw new RefusedException(refusal);
            }
        }

        return true;
    }

    private async ValueTask<MeetingReport?> InterpretAsync(ProviderMeetingReport report, Meeting meeting, CancellationToken cancellationToken)
    {
        switch (report.Kind)
        {
            case ProviderReportKind.Started:
                return new MeetingReport.Started(report.OccurredAt);
            case ProviderReportKind.Ended:
                return new MeetingReport.Ended(report.OccurredAt);
            case ProviderReportKind.Deleted:
                var language = options.Value.Meetings.DeletionReplyLanguage is { Length: > 0 } chosen ? chosen : meeting.ReplyPlan.Language;
                var reply = new ReplyPlan(ids.NewId(), ReplySubmission.Draft, language);
                return new MeetingReport.Deleted(report.OccurredAt, reply, writer.WriteCancelled(meeting, language));
            default:
                // Not what the report says counts, but what the provider has now: late and repeated reports then do no harm.
                var provider = services.GetRequiredKeyedService<IMeetingProvider>(meeting.Host.Provider);
                var found = await provider.ReadAsync(meeting.Host, report.ProviderId, cancellationToken).ConfigureAwait(false);
                return found is null ? null : new MeetingReport.Updated(report.OccurredAt, found.Topic, found.StartsAt, found.Duration);
        }
    }
}
