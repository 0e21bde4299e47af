using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Meetings;

// Lists of a host's meetings (MTG-13).
public sealed partial class MeetingWorkflow
{
    /// <summary>Lists the host's meetings within the two configured ranges of past and upcoming days (MTG-13), by start.</summary>
    /// <param name="system">The work item system whose set-up has the ranges.</param>
    /// <param name="account">The named account of that system; empty for the default one.</param>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<ListedMeeting> ListAsync(
        string system,
        string account,
        MeetingHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var setup = await _setups.ReadAsync(system, account, cancellationToken).ConfigureAwait(false);
        var now = _timeProvider.GetUtcNow();
        var provider = _services.GetRequiredKeyedService<IMeetingProvider>(host.Provider);
        var meetings = provider.ListAsync(host, now.AddDays(-setup.PastDays), now.AddDays(setup.UpcomingDays), cancellationToken);
        await foreach (var meeting in meetings.ConfigureAwait(false))
        {
            yield return new(meeting, meeting.State == ProviderMeetingState.Ended || meeting.StartsAt + meeting.Duration <= now);
        }
    }
}
