namespace Support.Sdk.Tests;

/// <summary>A clock that is moved after it was read and before a timer on it starts.</summary>
internal sealed class OvertakenClock(TimeProvider clock) : TimeProvider
{
    /// <summary>Moves the clock, once, before the next timer starts.</summary>
    public Action? BeforeTimer { get; set; }

    /// <summary>How long the timer waits before which the clock is moved; <see langword="null"/> for any.</summary>
    public TimeSpan? For { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Overtake(dueTime);
        return new OvertakenTimer(this, clock.CreateTimer(callback, state, dueTime, period));
    }

    private void Overtake(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime == (For ?? dueTime))
        {
            var before = BeforeTimer;
            BeforeTimer = null;
            before?.Invoke();
        }
    }

    private sealed class OvertakenTimer(OvertakenClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Overtake(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
