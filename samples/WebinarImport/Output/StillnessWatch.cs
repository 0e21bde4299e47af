namespace WebinarImportSample.Output;

/// <summary>Notices when nothing moves: says so, at growing distances, and gives up after a while.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StillnessWatch : IDisposable
{
    /// <summary>When it is said first that nothing moves; then after twice the time, four times the time, and so on.</summary>
    public static readonly TimeSpan FirstNote = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly Action<TimeSpan> _say;
    private readonly CancellationTokenSource _givenUp;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private long _movedAt;
    private TimeSpan _nextNote = FirstNote;

    /// <param name="time">The clock.</param>
    /// <param name="patience">For how long nothing may move.</param>
    /// <param name="say">Says for how long nothing has moved.</param>
    /// <param name="cancellationToken">Ends <see cref="Token"/> too.</param>
    public StillnessWatch(TimeProvider time, TimeSpan patience, Action<TimeSpan> say, CancellationToken cancellationToken)
    {
        (_time, _patience, _say) = (time, patience, say);
        _givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _movedAt = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((StillnessWatch)state!).Look(), this, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Whether nothing has moved for so long that nobody should wait any longer.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Cancelled then, or when the caller's is.</summary>
    public CancellationToken Token => _givenUp.Token;

    public void Moved()
    {
        lock (_gate)
        {
            (_movedAt, _nextNote) = (_time.GetTimestamp(), FirstNote);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _givenUp.Dispose();
    }

    private void Look()
    {
        TimeSpan still;
        lock (_gate)
        {
            still = _time.GetElapsedTime(_movedAt);
            if (HasGivenUp || (still < _nextNote && still < _patience))
            {
                return;
            }

            _nextNote *= 2;
            HasGivenUp = still >= _patience;
        }

        _say(still);
        if (HasGivenUp)
        {
            _givenUp.Cancel();
        }
    }
}
