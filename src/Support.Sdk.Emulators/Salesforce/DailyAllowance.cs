namespace Support.Sdk.Emulators.Salesforce;

/// <summary>How often something may be done in 24 hours, which begin with the first time. Used under the emulator's gate.</summary>
internal sealed class DailyAllowance(int max, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private DateTimeOffset _endsAt = DateTimeOffset.MinValue;
    private int _used;

    public int Max => max;

    /// <summary>How often it was done in the day that runs.</summary>
    public int Used => clock.GetUtcNow() < _endsAt ? _used : 0;

    /// <summary>Counts once more, unless nothing is left.</summary>
    public bool TryTake()
    {
        var now = clock.GetUtcNow();
        if (now >= _endsAt)
        {
            (_used, _endsAt) = (0, now + Day);
        }

        if (_used == max)
        {
            return false;
        }

        _used++;
        return true;
    }
}
