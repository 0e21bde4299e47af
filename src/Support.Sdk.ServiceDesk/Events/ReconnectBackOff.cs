using System.Buffers.Binary;

namespace Support.Sdk.ServiceDesk;

/// <summary>How long to wait before the next connection: doubling from failure to failure, with a random part so that those who were cut off together do not come back together.</summary>
internal sealed class ReconnectBackOff(LiveEventOptions options, IRandomSource random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private TimeSpan _first = options.ReconnectDelay;
    private int _failures;

    /// <summary>Takes the server's word for the first wait, if it gave one.</summary>
    public void Advise(TimeSpan? retry) => _first = retry is { } advised ? Min(advised, Longest) : _first;

    /// <summary>A connection did its work: the next failure is a first one again.</summary>
    public void Succeeded() => _failures = 0;

    /// <param name="demanded">What a <c>Retry-After</c> demands, or <see langword="null"/>.</param>
    /// <returns>The wait: never less than the server asked for, and up to half as much again.</returns>
    public TimeSpan Next(TimeSpan? demanded)
    {
        var limit = Math.Max(options.MaxReconnectDelay.Ticks, _first.Ticks);
        var doubled = TimeSpan.FromTicks((long)Math.Min(_first.Ticks * Math.Pow(2, _failures++), limit));
        var wait = demanded > doubled ? demanded.Value : doubled;
        return wait + (wait * (0.5 * Fraction()));
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private double Fraction()
    {
        Span<byte> bytes = stackalloc byte[8];
        random.Fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
