using System.Text;

namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>A response body that brings a comment line at intervals of a clock, and then a last text.</summary>
internal sealed class BeatingStream(TimeProvider clock, TimeSpan interval, int beats, string last) : Stream
{
    private int _beats;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(interval, clock, cancellationToken);
        return Encoding.UTF8.GetBytes(_beats++ < beats ? ":\n" : last, buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
