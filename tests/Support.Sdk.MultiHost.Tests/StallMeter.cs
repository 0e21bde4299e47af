using System.Diagnostics;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Notices when the machine does not run this process although it wants to: a thread that sleeps for a moment, again and again, and looks how long it really was.</summary>
internal sealed class StallMeter : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Threshold = TimeSpan.FromMilliseconds(100);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _stalls = [];
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    public StallMeter()
    {
        _thread = new(Measure) { IsBackground = true, Name = "stall meter" };
        _thread.Start();
    }

    public TimeSpan Total => Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>For how long the process stood still within a span of time.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        lock (_stalls)
        {
            return _stalls.Aggregate(TimeSpan.Zero, (sum, stall) =>
            {
                var overlap = (stall.To < to ? stall.To : to) - (stall.From > from ? stall.From : from);
                return overlap > TimeSpan.Zero ? sum + overlap : sum;
            });
        }
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Measure()
    {
        var from = Stopwatch.GetTimestamp();
        while (!_stop.Wait(Tick))
        {
            var late = Stopwatch.GetElapsedTime(from) - Tick;
            if (late > Threshold)
            {
                var now = DateTimeOffset.UtcNow;
                lock (_stalls)
                {
                    _stalls.Add((now - late, now));
                }
            }

            from = Stopwatch.GetTimestamp();
        }
    }
}
