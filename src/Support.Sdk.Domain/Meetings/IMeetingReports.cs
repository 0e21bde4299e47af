namespace Support.Sdk.Meetings;

/// <summary>Takes what a provider reports of meetings, typically by webhook: twice, late and out of order without harm.</summary>
/// <remarks>Thread-safe. Implemented by the SDK; called by the receivers of webhooks.</remarks>
public interface IMeetingReports
{
    /// <summary>Applies a report to the meeting it is about.</summary>
    /// <returns><see langword="false"/> when no work item has such a meeting: it is somebody else's, and ignored.</returns>
    ValueTask<bool> ReceiveAsync(ProviderMeetingReport report, CancellationToken cancellationToken = default);
}
