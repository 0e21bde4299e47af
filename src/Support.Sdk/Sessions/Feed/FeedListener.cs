namespace Support.Sdk.Sessions;

/// <summary>One who listens: what concerns him, and the changes that wait for him, up to a bound. Thread-safe.</summary>
internal sealed class FeedListener(Func<FeedEvent, SessionChange?> select, int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<SessionChange> _waiting = new();
    private TaskCompletionSource? _arrival;
    private bool _isCompleted;

    /// <summary>What the listener is to hear of an event; <see langword="null"/> when nothing.</summary>
    public SessionChange? Select(FeedEvent happened) => select(happened);

    /// <summary>Puts a change into the buffer. When it is full, all that waits, and this one, give way to a reset.</summary>
    /// <returns><see langword="false"/> when it was full.</returns>
    public bool Offer(SessionChange change)
    {
        TaskCompletionSource? arrival;
        bool isFull;
        lock (_gate)
        {
            isFull = _waiting.Count >= capacity;
            if (isFull)
            {
                _waiting.Clear();
            }

            _waiting.Enqueue(isFull ? new SessionChange.Reset(change.Position) : change);
            (arrival, _arrival) = (_arrival, null);
        }

        arrival?.SetResult();
        return !isFull;
    }

    /// <summary>Lets the listener come to an end once he has heard what waits.</summary>
    public void Complete()
    {
        TaskCompletionSource? arrival;
        lock (_gate)
        {
            _isCompleted = true;
            (arrival, _arrival) = (_arrival, null);
        }

        arrival?.SetResult();
    }

    /// <summary>Waits for the next change; <see langword="null"/> at the end.</summary>
    public async ValueTask<SessionChange?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (_waiting.TryDequeue(out var change))
                {
                    return change;
                }

                if (_isCompleted)
                {
                    return null;
                }

                arrival = (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
