namespace Support.Sdk.Http;

/// <summary>What is known of one limit: how many requests are left, and until when.</summary>
internal sealed class RateWindow
{
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(2);

    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _resetsAt = DateTimeOffset.MinValue;
    private int _remaining;

    /// <summary>When a request may pass: <paramref name="now"/> when at once.</summary>
    public DateTimeOffset OpensAt(DateTimeOffset now)
    {
        var exhausted = _resetsAt > now && _remaining <= 0;
        var opensAt = exhausted && _resetsAt > _heldUntil ? _resetsAt : _heldUntil;
        return opensAt > now ? opensAt : now;
    }

    public void Take() => _remaining--;

    public void HoldUntil(DateTimeOffset instant) => _heldUntil = instant > _heldUntil ? instant : _heldUntil;

    /// <summary>
    /// Answers overtake each other: within one window the smallest count is the latest, and what was let through since counts already. A reset that
    /// moved on means another window; resets come in whole seconds, so two seconds are no move.
    /// </summary>
    public void Observe(in RateLimitReading reading, DateTimeOffset now)
    {
        if (reading.ResetsIn is not { } resetsIn || reading.Remaining < 0)
        {
            return;
        }

        var resetsAt = now + resetsIn;
        var isSameWindow = _resetsAt > now && (resetsAt - _resetsAt).Duration() <= Rounding;
        if (!isSameWindow && resetsAt < _resetsAt && _resetsAt > now)
        {
            // A late answer of a window that is over already.
            return;
        }

        _remaining = isSameWindow ? Math.Min(_remaining, reading.Remaining) : reading.Remaining;
        _resetsAt = resetsAt;
    }
}
