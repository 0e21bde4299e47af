using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Sessions;

/// <summary>Tells technicians and end users live what happens to sessions and channels, on whatever host it happened (SES-18).</summary>
/// <remarks>
/// <para>
/// Thread-safe; one for the process. However many listen, the store is followed once, and only while somebody listens. A listener hears of a change when he saw the session or
/// channel before it or sees it after it; memberships count as they were at that moment, permissions of the host's as they were when he began to listen. PIN and link are never told.
/// </para>
/// <para>
/// Each listener has a bounded buffer; whoever is too slow for it gets <see cref="SessionChange.Reset"/> and holds up nobody else. When the store fails, the feed takes it up again
/// where it broke off.
/// </para>
/// </remarks>
public sealed class SessionFeed : IAsyncDisposable, IDisposable
{
    private const int PageSize = 1_000;

    private readonly Lock _gate = new();
    private readonly IMachineStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly SessionFeedOptions _options;
    private readonly SdkTelemetry _telemetry;
    private readonly ILogger<SessionFeed> _logger;
    private FeedPump? _pump;
    private int _listeners;
    private bool _isDisposed;

    internal SessionFeed(IMachineStore store, TimeProvider timeProvider, IOptions<SupportSdkOptions> options, SdkTelemetry telemetry, ILogger<SessionFeed> logger)
    {
        _store = store;
        _timeProvider = timeProvider;
        _options = options.Value.Sessions.Feed;
        _telemetry = telemetry;
        _logger = logger;
    }

    /// <summary>Follows everything that a technician may know of.</summary>
    /// <param name="technician">Who listens, with the permissions that the host gives him.</param>
    /// <param name="after">The position up to which he knows everything, such as that of the last change he got, on whatever host; <see langword="null"/> to begin now.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// <see cref="SessionChange.Ready"/> first; then the changes in the order of their positions. Whoever lists after <see cref="SessionChange.Ready"/>, or resumes, misses nothing.
    /// Ends by itself only when the feed is disposed of.
    /// </returns>
    public IAsyncEnumerable<SessionChange> FollowAsync(CommandOrigin technician, long? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(technician.Actor);
        Check(after);
        return FollowAsync(new FeedListener(happened => happened.For(technician.Actor), _options.ListenerBuffer), after, cancellationToken);
    }

    /// <summary>Follows one session, for its end user: without notes, channel and who did it. The host makes sure that it is the end user of that session.</summary>
    /// <param name="sessionId">The session; of one that does not exist nothing is told.</param>
    /// <param name="after">The position up to which he knows everything; <see langword="null"/> to begin now.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns><see cref="SessionChange.Ready"/> first; then the changes in the order of their positions.</returns>
    public IAsyncEnumerable<SessionChange> FollowSessionAsync(string sessionId, long? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        Check(after);
        return FollowAsync(new FeedListener(happened => happened.ForEndUserOf(sessionId), _options.ListenerBuffer), after, cancellationToken);
    }

    /// <summary>Ends all enumerations, and waits until the store is no longer followed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (End() is { } pump)
        {
            await pump.StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends all enumerations.</summary>
    public void Dispose() => End()?.Stop();

    private static void Check(long? after)
    {
        if (after is { } position)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(after));
        }
    }

    private async IAsyncEnumerable<SessionChange> FollowAsync(FeedListener listener, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pump = Enter();
        try
        {
            var joined = await pump.JoinAsync(listener, cancellationToken).ConfigureAwait(false);
            var known = after ?? joined;

            // Another host may be ahead of this one, but nobody is ahead of the store: such a position is of another store, or of one that was set back.
            if (known > joined && known > await _store.LastPositionAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return new SessionChange.Ready(joined);
                yield return Reset("unknown-position", joined);
                known = joined;
            }
            else
            {
                yield return new SessionChange.Ready(known);
            }

            // What was before the listener joined is read from the store; what comes after it waits in his buffer meanwhile.
            if (joined - known > _options.MaxReplay)
            {
                yield return Reset("away-too-long", joined);
            }
            else
            {
                await foreach (var change in ReplayAsync(listener, known, joined, cancellationToken).ConfigureAwait(false))
                {
                    yield return change;
                }
            }

            while (await listener.NextAsync(cancellationToken).ConfigureAwait(false) is { } change)
            {
                if (change.Position > known)
                {
                    yield return change;
                }
            }
        }
        finally
        {
            Leave(pump, listener);
        }
    }

    private async IAsyncEnumerable<SessionChange> ReplayAsync(FeedListener listener, long after, long until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projection = new FeedProjection(_store, _options.RememberedStreams, _logger);
        while (after < until)
        {
            var page = await _store.ReadChangesAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var recorded in page.TakeWhile(recorded => recorded.Position <= until))
            {
                if (await projection.ApplyAsync(recorded, cancellationToken).ConfigureAwait(false) is { } happened && listener.Select(happened) is { } change)
                {
                    yield return change;
                }
            }

            after = page[^1].Position;
        }
    }

    private SessionChange.Reset Reset(string reason, long position)
    {
        _telemetry.RecordFeedReset(reason);
        return new(position);
    }

    private FeedPump Enter()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _pump ??= FeedPump.Start(_store, new FeedProjection(_store, _options.RememberedStreams, _logger), _timeProvider, _options.RetryDelay, _telemetry, _logger);
            _listeners++;
            _telemetry.RecordListener(1);
            return _pump;
        }
    }

    private void Leave(FeedPump pump, FeedListener listener)
    {
        pump.Leave(listener);
        lock (_gate)
        {
            _telemetry.RecordListener(-1);
            if (--_listeners == 0 && _pump is not null)
            {
                _pump.Stop();
                _pump = null;
            }
        }
    }

    private FeedPump? End()
    {
        lock (_gate)
        {
            _isDisposed = true;
            var pump = _pump;
            _pump = null;
            return pump;
        }
    }
}
