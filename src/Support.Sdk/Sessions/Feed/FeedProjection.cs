using Microsoft.Extensions.Logging;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Sessions;

/// <summary>
/// Takes the events of the store in the order of their positions, and says of each what sessions and channels were before it and are after it. What it does not
/// remember it replays from the history, so the answer depends on the position alone. For one thread at a time.
/// </summary>
internal sealed class FeedProjection(IMachineStore store, int remembered, ILogger logger)
{
    private readonly RecentStates<SupportSession> _sessions = new(remembered);
    private readonly RecentStates<FeedChannel> _channels = new(remembered);

    /// <summary>What an event means to listeners; <see langword="null"/> when it is about something else, or cannot be read.</summary>
    public async ValueTask<FeedEvent?> ApplyAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        try
        {
            return recorded.Stream.Machine switch
            {
                var machine when machine == SupportSessionMachine.Info.Name => await ApplyToSessionAsync(recorded, cancellationToken).ConfigureAwait(false),
                var machine when machine == SupportChannelMachine.Info.Name => await ApplyToChannelAsync(recorded, cancellationToken).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (IncompatibleDataException exception)
        {
            // Such as one of a newer host: it must not hold up all others.
            SdkLog.FeedEventUnreadable(logger, recorded.Stream.Value, recorded.Position, exception);
            _sessions.Remove(recorded.Stream);
            _channels.Remove(recorded.Stream);
            return null;
        }
    }

    private async ValueTask<FeedEvent> ApplyToSessionAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        if (!_sessions.TryGet(recorded.Stream, out var before, out var version) || version != recorded.Version - 1)
        {
            before = await ReplaySessionAsync(recorded, cancellationToken).ConfigureAwait(false);
        }

        var @event = SupportSessionMachine.Format.Read(recorded.Event);
        var after = Evolve(before, @event);
        var channelAfter = await FindChannelAsync(after.Channel.Id, recorded.Position, cancellationToken).ConfigureAwait(false);
        var channelBefore = before is null || before.Channel.Id == after.Channel.Id
            ? channelAfter
            : await FindChannelAsync(before.Channel.Id, recorded.Position, cancellationToken).ConfigureAwait(false);
        _sessions.Set(recorded.Stream, after, recorded.Version);
        return new SessionFeedEvent(recorded, @event, before, after, channelBefore, channelAfter);
    }

    private async ValueTask<FeedEvent> ApplyToChannelAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var before = await FindChannelAsync(recorded.Stream.Key, recorded.Position, cancellationToken).ConfigureAwait(false);
        var after = new FeedChannel(SupportChannelMachine.Evolve(before.State, SupportChannelMachine.Format.Read(recorded.Event)));
        _channels.Set(recorded.Stream, after, recorded.Version);
        return new ChannelFeedEvent(recorded, before, after);
    }

    private async ValueTask<SupportSession?> ReplaySessionAsync(RecordedEvent until, CancellationToken cancellationToken)
    {
        SupportSession? session = null;
        if (until.Version > 1)
        {
            await foreach (var recorded in store.ReadEventsAsync(until.Stream, 0, cancellationToken).ConfigureAwait(false))
            {
                if (recorded.Version >= until.Version)
                {
                    break;
                }

                session = Evolve(session, SupportSessionMachine.Format.Read(recorded.Event));
            }
        }

        return session;
    }

    // The channel as it was just before the position. All its events come by here, so one that is remembered is up to date.
    private async ValueTask<FeedChannel> FindChannelAsync(string id, long position, CancellationToken cancellationToken)
    {
        var stream = SupportChannelMachine.StreamOf(id);
        if (_channels.TryGet(stream, out var known, out _))
        {
            return known;
        }

        SupportChannel? channel = null;
        var version = 0L;
        await foreach (var recorded in store.ReadEventsAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (recorded.Position >= position)
            {
                break;
            }

            channel = SupportChannelMachine.Evolve(channel, SupportChannelMachine.Format.Read(recorded.Event));
            version = recorded.Version;
        }

        var found = new FeedChannel(channel);
        _channels.Set(stream, found, version);
        return found;
    }

    // Neither notes nor secrets matter to what follows, and neither is to lie about here.
    private static SupportSession Evolve(SupportSession? before, SessionEvent @event) =>
        SupportSessionMachine.Evolve(before, @event) with { Notes = [], Secrets = null };
}
