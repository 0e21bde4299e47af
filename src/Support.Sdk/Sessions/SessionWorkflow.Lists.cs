using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

// What technicians look at: one session, lists, the history.
public sealed partial class SessionWorkflow
{
    /// <summary>Reads a session as it stands now.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The session, or the refusal: <c>sessions.not-found</c>, also for one in somebody else's private channel; <c>sessions.not-a-participant</c> for who has nothing to do with it.
    /// </returns>
    public async ValueTask<Outcome<SessionView>> GetAsync(string sessionId, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        return TryStreamOf(sessionId, out var stream)
            ? await ShowAsync(sessionId, await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false), origin, cancellationToken).ConfigureAwait(false)
            : SessionRefusals.NotFound.Refuse();
    }

    /// <summary>Lists the sessions assigned to the technician (SES-02, <i>Home</i>), whatever their status.</summary>
    /// <param name="origin">Who asks.</param>
    /// <param name="after">Where the page begins: <see cref="SessionPage.Next"/> of the former one; <see langword="null"/> for the first.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no id of a session, or <paramref name="limit"/> is out of range.</exception>
    public ValueTask<SessionPage> ListHomeAsync(CommandOrigin origin, string? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        ListHomeAsync(SessionFilter.All, origin, after, limit, cancellationToken);

    /// <summary>Lists the sessions assigned to the technician (SES-02, <i>Home</i>).</summary>
    /// <param name="filter">Which of them; none of them is in the queue.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="after">Where the page begins: <see cref="SessionPage.Next"/> of the former one; <see langword="null"/> for the first.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no id of a session, or <paramref name="limit"/> is out of range.</exception>
    public ValueTask<SessionPage> ListHomeAsync(
        SessionFilter filter, CommandOrigin origin, string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        var index = filter == SessionFilter.All ? SupportSessionMachine.AssigneeIndex : SupportSessionMachine.LiveAssigneeIndex;
        return ListAsync(new(index, origin.Actor.Id), filter, [], origin, after, limit, cancellationToken);
    }

    /// <summary>Lists the sessions of a channel, as far as the technician sees them.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="after">Where the page begins: <see cref="SessionPage.Next"/> of the former one; <see langword="null"/> for the first.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, or <c>channels.not-found</c> for a channel that the technician does not know of.</returns>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no id of a session, or <paramref name="limit"/> is out of range.</exception>
    public async ValueTask<Outcome<SessionPage>> ListChannelAsync(
        string channel, SessionFilter filter, CommandOrigin origin, string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        if (await _channels.FindVisibleAsync(channel, origin.Actor, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return (SessionPermissions.IsEndUser(origin.Actor) ? ChannelRefusals.TechnicianOnly : ChannelRefusals.NotFound).Refuse();
        }

        var index = filter switch
        {
            SessionFilter.All => SupportSessionMachine.ChannelIndex,
            SessionFilter.Live => SupportSessionMachine.LiveIndex,
            SessionFilter.InQueue => SupportSessionMachine.QueueIndex,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "There is no such filter."),
        };
        return await ListAsync(new(index, channel), filter, new() { [channel] = found }, origin, after, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what happened to a session, oldest first (SES-16): who, when, what, from where to where. PIN and link are taken out.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="origin">Who asks: whoever sees the session.</param>
    /// <param name="afterVersion">Leaves out the entries up to this version; 0 for all.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries, or the refusal of one who does not see the session.</returns>
    public async ValueTask<Outcome<IReadOnlyList<HistoryEntry<SessionEvent>>>> ReadHistoryAsync(
        string sessionId, CommandOrigin origin, long afterVersion = 0, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        var seen = await GetAsync(sessionId, origin, cancellationToken).ConfigureAwait(false);
        if (seen.Refusal is { } refusal)
        {
            return refusal;
        }

        List<HistoryEntry<SessionEvent>> entries = [];
        await foreach (var entry in _runner.ReadHistoryAsync(SupportSessionMachine.StreamOf(sessionId), afterVersion, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry.Event is SessionEvent.Created created ? entry with { Event = created with { Secrets = null } } : entry);
            if (entries.Count == limit)
            {
                break;
            }
        }

        return entries;
    }

    // One look-up for the page, and one for each channel that occurs in it.
    private async ValueTask<SessionPage> ListAsync(
        IndexEntry entry,
        SessionFilter filter,
        Dictionary<string, SupportChannel?> channels,
        CommandOrigin origin,
        string? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var records = await _store.FindAsync(entry, after is null ? default : SupportSessionMachine.StreamOf(after), limit, cancellationToken).ConfigureAwait(false);
        var items = new List<SessionView>(records.Count);
        foreach (var record in records)
        {
            var view = await PresentAsync(record, cancellationToken).ConfigureAwait(false);
            var session = view.State!;
            if (!channels.TryGetValue(session.Channel.Id, out var channel))
            {
                channels[session.Channel.Id] = channel = await _channels.FindAsync(session.Channel.Id, cancellationToken).ConfigureAwait(false);
            }

            var technician = origin with { Actor = SessionChannels.Empower(origin.Actor, channel) };
            if (SupportSessionMachine.IsVisibleTo(session, technician.Actor) && IsWanted(session, filter))
            {
                items.Add(View(record.Id.Key, view, technician));
            }
        }

        return new(items, records.Count < limit ? null : records[^1].Id.Key);
    }

    private static bool IsWanted(SupportSession session, SessionFilter filter) => filter switch
    {
        SessionFilter.Live => session.IsLive,
        SessionFilter.InQueue => session.Status == SessionStatus.InQueue,
        _ => true,
    };

    /// <summary>The state of a stream that was found, brought up to the present; one that an older version wrote is read anew.</summary>
    private async ValueTask<MachineView<SupportSession>> PresentAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        if (SupportSessionMachine.Format.Read(record.Snapshot) is not { } session)
        {
            return await _runner.ReadAsync(record.Id, cancellationToken).ConfigureAwait(false);
        }

        var version = record.Version;
        foreach (var happened in SupportSessionMachine.Advance(session, _timeProvider.GetUtcNow()))
        {
            session = SupportSessionMachine.Evolve(session, happened);
            version++;
        }

        return new(session, version);
    }
}
