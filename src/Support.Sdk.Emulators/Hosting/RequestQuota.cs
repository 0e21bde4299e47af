namespace Support.Sdk.Emulators.Hosting;

/// <summary>What a caller has left in the present window.</summary>
internal readonly record struct QuotaState(bool Accepted, int Limit, int Remaining, TimeSpan ResetsIn);

/// <summary>A fixed window per caller, by the emulator's clock. Not thread-safe: used under the emulator's gate.</summary>
internal sealed class RequestQuota
{
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _windows = new(StringComparer.Ordinal);
    private readonly int _limit;
    private readonly TimeSpan _window;

    public RequestQuota(int limit, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (_limit, _window) = (limit, window);
    }

    public QuotaState Take(string caller, DateTimeOffset now)
    {
        if (!_windows.TryGetValue(caller, out var window) || now >= window.Start + _window)
        {
            window = (now, 0);
        }

        var accepted = window.Used < _limit;
        _windows[caller] = (window.Start, accepted ? window.Used + 1 : window.Used);
        return new QuotaState(accepted, _limit, _limit - _windows[caller].Used, window.Start + _window - now);
    }
}
