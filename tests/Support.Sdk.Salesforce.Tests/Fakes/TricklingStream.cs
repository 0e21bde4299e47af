namespace Support.Sdk.Salesforce.Tests;

/// <summary>Gives a body in small pieces, and breaks at its end if told to.</summary>
internal sealed class TricklingStream(byte[] body, int piece, bool breaks = false) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Next(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Next(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Next(Span<byte> buffer)
    {
        var length = Math.Min(Math.Min(piece, buffer.Length), body.Length - _position);
        if (length == 0 && breaks)
        {
            throw new IOException("The connection was reset.");
        }

        body.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }
}
