using System.Text;

namespace Support.Sdk.ServiceDesk.Tests;

/// <summary>A response body that brings its bytes in the pieces it was given, and then ends, breaks or hangs.</summary>
internal sealed class ScriptedStream(ScriptedStream.Ending ending, params IReadOnlyList<byte[]> pieces) : Stream
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    public enum Ending
    {
        End,
        Break,
        Hang,
    }

    /// <summary>Done once the reader let go of the stream.</summary>
    public Task Disposed => _disposed.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static ScriptedStream Of(Ending ending, string text) => new(ending, Encoding.UTF8.GetBytes(text));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_next < pieces.Count)
        {
            var piece = pieces[_next];
            var taken = Math.Min(piece.Length, buffer.Length);
            piece.AsSpan(0, taken).CopyTo(buffer.Span);
            if (taken < piece.Length)
            {
                throw new InvalidOperationException("The pieces of the test are larger than the reader's buffer.");
            }

            _next++;
            return taken;
        }

        switch (ending)
        {
            case Ending.End:
                return 0;
            case Ending.Break:
                throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");
            default:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
