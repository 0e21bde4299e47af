using Microsoft.Extensions.Logging;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Sessions;

/// <summary>Follows the store once and hands what happens to all listeners. Runs from its start until it is stopped. Thread-safe.</summary>
internal sealed class FeedPump
{
    private readonly Lock _gate = new();
    private readonly HashSet<FeedListener> _listeners = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IMachineStore _store;
    private readonly FeedProjection _projection;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _retryDelay;
    private readonly SdkTelemetry _telemetry;
    private readonly ILogger _logger;
    private Task _running = Task.CompletedTask;
    private long _position;

    private FeedPump(IMachineStore store, FeedProjection projection, TimeProvider timeProvider, TimeSpan retryDelay, SdkTelemetry telemetry, ILogger logger)
    {
        _store = store;
        _projection = projection;
        _timeProvider = timeProvider;
        _retryDelay = retryDelay;
        _telemetry = telemetry;
        _logger = logger;
    }

    public static FeedPump Start(IMachineStore store, FeedProjection projection, TimeProvider timeProvider, TimeSpan retryDelay, SdkTelemetry telemetry, ILogger logger)
    {
        var pump = new FeedPump(store, projection, timeProvider, retryDelay, telemetry, logger);
        pump._running = Task.Run(pump.RunAsync);
        return pump;
    }

    /// <summary>Lets a listener hear everything after the position that is returned.</summary>
    public async ValueTask<long> JoinAsync(FeedListener listener, CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
            {
                listener.Complete();
            }

            _listeners.Add(listener);
            return _position;
        }
    }

    public void Leave(FeedListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    public void Stop()
    {
        _stop.Cancel();
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Complete();
            }
        }
    }

    public async ValueTask StopAsync()
    {
        Stop();
        await _running.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        try
        {
            _position = await _store.LastPositionAsync(_stop.Token).ConfigureAwait(false);
            _started.SetResult();
        }
        catch (Exception exception)
        {
            // Whoever wants to listen hears why he cannot.
            _started.SetException(exception);
            return;
        }

        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var recorded in _store.WatchAsync(_position, _stop.Token).ConfigureAwait(false))
                {
                    Tell(recorded, await _projection.ApplyAsync(recorded, _stop.Token).ConfigureAwait(false));
                }
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                // Nobody listens any more; the store may be gone by now.
                return;
            }
            catch (Exception exception)
            {
                SdkLog.FeedInterrupted(_logger, _position, _retryDelay, exception);
            }

            await Task.Delay(_retryDelay, _timeProvider, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(RecordedEvent recorded, FeedEvent? happened)
    {
        var told = 0;
        lock (_gate)
        {
            // Together with the listeners: who joins hears exactly what comes after the position that he was given.
            _position = recorded.Position;
            if (happened is null)
            {
                return;
            }

            foreach (var listener in _listeners)
            {
                if (listener.Select(happened) is { } change)
                {
                    told++;
                    if (!listener.Offer(change))
                    {
                        _telemetry.RecordFeedReset("too-slow");
                    }
                }
            }
        }

        var lag = _timeProvider.GetUtcNow() - recorded.At;
        _telemetry.RecordFeedChange(told, lag > TimeSpan.Zero ? lag : TimeSpan.Zero);
    }
}
