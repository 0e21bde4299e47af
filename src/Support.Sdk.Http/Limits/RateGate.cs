namespace Support.Sdk.Http;

/// <summary>
/// The waiting room of one account: lets calls through in order of arrival, as many at once as configured, and none whose limit (the account's or
/// the bucket's) is exhausted. Those of another bucket may pass in the meantime.
/// </summary>
/// <remarks>Thread-safe. Callers are released outside the lock.</remarks>
internal sealed class RateGate : IDisposable
{
    /// <summary>When the clock has moved so far while a timer was set by it, the timer is set anew.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly Dictionary<string, RateWindow> _buckets = new(StringComparer.Ordinal);
    private readonly RateWindow _account = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private int _free;
    private bool _isArmed;

    public RateGate(int maxConcurrency, TimeProvider clock)
    {
        _free = maxConcurrency;
        _clock = clock;
        _timer = clock.CreateTimer(static gate => ((RateGate)gate!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="RateGateClosedException">The limit is known to stay exhausted for longer than <paramref name="patience"/>.</exception>
    public ValueTask EnterAsync(string? bucket, TimeSpan patience, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var opensIn = OpensAt_NeedsLock(bucket, now) - now;
            if (opensIn >= patience)
            {
                throw new RateGateClosedException(opensIn);
            }

            if (_waiters.Count == 0 && opensIn <= TimeSpan.Zero && _free > 0)
            {
                Take_NeedsLock(bucket);
                return ValueTask.CompletedTask;
            }

            waiter = new Waiter(bucket);
            waiter.Node = _waiters.AddLast(waiter);
        }

        Pump();
        return new(WaitAsync(waiter, cancellationToken));
    }

    /// <summary>Ends a call that was let through.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _free++;
            if (_waiters.Count == 0 && !_isArmed)
            {
                return;
            }
        }

        Pump();
    }

    /// <summary>Takes note of what the vendor says about a limit.</summary>
    public void Observe(in RateLimitReading reading)
    {
        lock (_gate)
        {
            Window_NeedsLock(reading.Bucket).Observe(reading, _clock.GetUtcNow());
        }

        Pump();
    }

    /// <summary>Lets nobody through for <paramref name="hold"/>; an earlier, longer hold stays.</summary>
    public void Hold(string? bucket, TimeSpan hold)
    {
        lock (_gate)
        {
            Window_NeedsLock(bucket).HoldUntil(_clock.GetUtcNow() + hold);
        }

        Pump();
    }

    public void Dispose() => _timer.Dispose();

    private async Task WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (gate, waiter) = ((RateGate, Waiter))state!;
                if (gate.Remove(waiter))
                {
                    waiter.Turn.TrySetCanceled(token);
                }
            },
            (this, waiter));
        await waiter.Turn.Task.ConfigureAwait(false);
    }

    private bool Remove(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Node?.List is null)
            {
                return false;
            }

            _waiters.Remove(waiter.Node);
            return true;
        }
    }

    // Time goes on while the timer is set. Whoever may pass meanwhile is let through at once, and whoever may later waits no longer for that: neither a clock that a test moves nor one
    // that is set forward may make them wait for a time that is over.
    private void Pump()
    {
        while (!TryPump())
        {
        }
    }

    // Whether the clock stood still, or nobody needs the timer.
    private bool TryPump()
    {
        List<Waiter>? released = null;
        var isOvertaken = false;
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var next = DateTimeOffset.MaxValue;
            for (var node = _waiters.First; node is not null && _free > 0;)
            {
                var following = node.Next;
                var opensAt = OpensAt_NeedsLock(node.Value.Bucket, now);
                if (opensAt <= now)
                {
                    Take_NeedsLock(node.Value.Bucket);
                    _waiters.Remove(node);
                    (released ??= []).Add(node.Value);
                }
                else if (opensAt < next)
                {
                    next = opensAt;
                }

                node = following;
            }

            var isNeeded = next != DateTimeOffset.MaxValue;
            if (isNeeded || _isArmed)
            {
                _isArmed = isNeeded;
                _timer.Change(isNeeded ? next - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                isOvertaken = isNeeded && _clock.GetUtcNow() - now >= Step;
            }
        }

        foreach (var waiter in released ?? [])
        {
            waiter.Turn.TrySetResult();
        }

        return !isOvertaken;
    }

    private void Take_NeedsLock(string? bucket)
    {
        _free--;
        _account.Take();
        if (bucket is not null)
        {
            Window_NeedsLock(bucket).Take();
        }
    }

    private DateTimeOffset OpensAt_NeedsLock(string? bucket, DateTimeOffset now)
    {
        var opensAt = _account.OpensAt(now);
        if (bucket is not null && _buckets.TryGetValue(bucket, out var window) && window.OpensAt(now) is var later && later > opensAt)
        {
            opensAt = later;
        }

        return opensAt;
    }

    private RateWindow Window_NeedsLock(string? bucket)
    {
        if (bucket is null)
        {
            return _account;
        }

        if (!_buckets.TryGetValue(bucket, out var window))
        {
            _buckets.Add(bucket, window = new RateWindow());
        }

        return window;
    }

    private sealed class Waiter(string? bucket)
    {
        public string? Bucket => bucket;

        public LinkedListNode<Waiter>? Node { get; set; }

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
