using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Work;

/// <summary>
/// A loop that runs due work, and between whiles waits for the next due time, a signal of this process, or the next look. When the host stops, no new work
/// is taken; what runs may finish within the host's shutdown time-out and is cancelled only then. One that is switched off asks the store nothing.
/// </summary>
internal abstract class Worker(bool isEnabled, WorkSignal signal, TimeProvider timeProvider, TimeSpan pollInterval, ILogger logger) : BackgroundService
{
    /// <summary>What was due before the look and was not taken is in other hands; it is looked at again, but not without a pause, which grows while it stays there.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _hardStop = new();
    private DateTimeOffset? _leftOver;
    private TimeSpan _pause;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), _hardStop).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _hardStop.Dispose();
        base.Dispose();
    }

    /// <summary>Takes what is due; answers how much that was, 0 to wait for more.</summary>
    protected abstract Task<int> RunDueAsync(CancellationToken cancellationToken);

    /// <summary>When the next work falls due that this worker takes. Work of another kind would wake it for nothing; overdue, it would hide its own.</summary>
    protected abstract ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Waits for what is still running when the worker stops.</summary>
    protected virtual Task DrainAsync() => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!isEnabled)
        {
            return;
        }

        await LoopAsync(stoppingToken).ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LoopAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                var looked = timeProvider.GetUtcNow();
                if (await RunDueAsync(_hardStop.Token).ConfigureAwait(false) == 0)
                {
                    await WaitAsync(looked, next, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The store does not answer: look again later, for a worker that dies silently would be worse.
                SdkLog.WorkerFailed(logger, GetType().Name, exception);
                await Task.Delay(pollInterval, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Time goes on while the store answers. Whatever falls due between the look and the start of the timer is looked for at once: neither a clock that a test moves nor one that
    // is set forward may make it wait for a time that is over.
    private async Task WaitAsync(DateTimeOffset looked, Task next, CancellationToken stoppingToken)
    {
        var due = await NextDueAsync(stoppingToken).ConfigureAwait(false);
        var now = timeProvider.GetUtcNow();
        if (due > looked && due <= now)
        {
            return;
        }

        var untilDue = due - now;
        var wait = due <= now ? PauseFor(due.Value) : untilDue < ShortestWait ? ShortestWait : untilDue < pollInterval ? untilDue.Value : pollInterval;
        using var stopWaiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var delay = Task.Delay(wait, timeProvider, stopWaiting.Token);
        if (timeProvider.GetUtcNow() - now < wait)
        {
            await Task.WhenAny(delay, next).ConfigureAwait(false);
        }

        await stopWaiting.CancelAsync().ConfigureAwait(false);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private TimeSpan PauseFor(DateTimeOffset leftOver)
    {
        _pause = leftOver != _leftOver ? ShortestWait : _pause * 2 < pollInterval ? _pause * 2 : pollInterval;
        _leftOver = leftOver;
        return _pause;
    }
}
