namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>Counts up: ids differ, and the random part of waits is as good as zero.</summary>
internal sealed class FixedRandom : IRandomSource
{
    private int _count;

    public void Fill(Span<byte> destination)
    {
        destination.Clear();
        destination[0] = (byte)Interlocked.Increment(ref _count);
    }
}
