using System.Collections.Concurrent;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Tests;

internal sealed class RecordedReports : IMeetingReports
{
    public ConcurrentQueue<ProviderMeetingReport> Received { get; } = new();

    public bool IsKnown { get; set; } = true;

    public ValueTask<bool> ReceiveAsync(ProviderMeetingReport report, CancellationToken cancellationToken = default)
    {
        Received.Enqueue(report);
        return new(IsKnown);
    }
}
