using Support.Sdk.Testing;

namespace Quickstart;

/// <summary>A clock that a story can wind on to tomorrow, and that flows by itself in between, five times as fast as a real one.</summary>
/// <remarks>
/// Everything in the story, host and vendors alike, lives by this one clock. It has to flow, for a host waits: for as long as a <c>Retry-After</c> demands,
/// until a failed effect is tried again. It must not flow much faster, for time-outs count by it too, while requests take their real time.
/// An application has nothing of this: it leaves the registered <see cref="TimeProvider"/> as it is.
/// </remarks>
internal sealed class FlowingClock : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _winding = new();
    private readonly Task _flow;

    public FlowingClock(DateTimeOffset start)
    {
        Time = new ManualTimeProvider(start);
        _flow = FlowAsync();
    }

    public ManualTimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Winds the clock on; what falls due on the way happens.</summary>
    public void WindTo(DateTimeOffset instant)
    {
        lock (_winding)
        {
            Time.AdvanceTo(instant);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _flow;
        _stop.Dispose();
    }

    private async Task FlowAsync()
    {
        using var beats = new PeriodicTimer(Beat);
        try
        {
            while (await beats.WaitForNextTickAsync(_stop.Token))
            {
                lock (_winding)
                {
                    Time.Advance(5 * Beat);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The story is over.
        }
    }
}
