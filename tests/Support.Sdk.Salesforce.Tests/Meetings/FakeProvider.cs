using System.Runtime.CompilerServices;
using Support.Sdk.Meetings;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>A provider that makes whatever meeting is ordered, and keeps the orders.</summary>
internal sealed class FakeProvider : IMeetingProvider
{
    public List<MeetingOrder> Orders { get; } = [];

    public List<string> Deleted { get; } = [];

    public ValueTask<MeetingPrerequisites> CheckAsync(MeetingHost host, MeetingPrerequisites facts, CancellationToken cancellationToken = default) => new(facts);

    public ValueTask<MeetingAccess?> FindPersonalRoomAsync(MeetingHost host, CancellationToken cancellationToken = default) =>
        new(new MeetingAccess(null, "https://acme.webex.com/meet/anna"));

    public ValueTask<MeetingAccess> ScheduleAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default)
    {
        Orders.Add(order);
        return new(new MeetingAccess("p-" + order.Key, "https://acme.webex.com/j/" + order.Key));
    }

    public ValueTask<MeetingAccess?> FindAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default) => new((MeetingAccess?)null);

    public ValueTask<MeetingDeletion> DeleteAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default)
    {
        Deleted.Add(providerId);
        return new(MeetingDeletion.Deleted);
    }

    public ValueTask<ProviderMeeting?> ReadAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default) => new((ProviderMeeting?)null);

    public async IAsyncEnumerable<ProviderMeeting> ListAsync(
        MeetingHost host, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }
}
