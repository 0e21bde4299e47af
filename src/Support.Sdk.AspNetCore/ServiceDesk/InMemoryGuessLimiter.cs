using Microsoft.Extensions.Options;

namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>Counts wrong guesses in this process. Windows are equally long, so the order in which they began is the order in which they end.</summary>
internal sealed class InMemoryGuessLimiter(IOptions<ServiceDeskOptions> options, TimeProvider timeProvider) : IGuessLimiter
{
    private readonly int _allowed = options.Value.WrongGuesses;
    private readonly int _capacity = options.Value.MaxGuessCallers;
    private readonly TimeSpan _length = options.Value.GuessWindow;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Queue<Window> _order = new();
    private long _lastId;

    /// <summary>How many callers are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _windows.Count;
            }
        }
    }

    public ValueTask<GuessPermit> TakeAsync(string caller, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller);
        cancellationToken.ThrowIfCancellationRequested();
        var now = timeProvider.GetTimestamp();
        lock (_lock)
        {
            Forget(now);
            var window = _windows.TryGetValue(caller, out var found) ? found : Begin(caller, now);
            if (window.Guesses == _allowed)
            {
                return ValueTask.FromResult(new GuessPermit(false, Left(window, now), window.Id));
            }

            window.Guesses++;
            return ValueTask.FromResult(new GuessPermit(true, TimeSpan.Zero, window.Id));
        }
    }

    public ValueTask ReturnAsync(string caller, GuessPermit permit, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller);
        lock (_lock)
        {
            if (permit.IsGranted && _windows.TryGetValue(caller, out var window) && window.Id == permit.Window && window.Guesses > 0)
            {
                window.Guesses--;
            }
        }

        return ValueTask.CompletedTask;
    }

    private TimeSpan Left(Window window, long now) => _length - timeProvider.GetElapsedTime(window.Began, now);

    private void Forget(long now)
    {
        while (_order.TryPeek(out var oldest) && Left(oldest, now) <= TimeSpan.Zero)
        {
            _windows.Remove(_order.Dequeue().Caller);
        }
    }

    private Window Begin(string caller, long now)
    {
        if (_windows.Count == _capacity)
        {
            _windows.Remove(_order.Dequeue().Caller);
        }

        var window = new Window(++_lastId, caller, now);
        _windows.Add(caller, window);
        _order.Enqueue(window);
        return window;
    }

    private sealed class Window(long id, string caller, long began)
    {
        public long Id => id;

        public string Caller => caller;

        public long Began => began;

        public int Guesses { get; set; }
    }
}
