namespace Support.Sdk.ServiceDesk.Tests.Server;

/// <summary>Cuts each stream of events after some bytes, another number each time; other answers pass.</summary>
internal sealed class CuttingHandler(int seed) : DelegatingHandler
{
    private readonly Random _random = new(seed);
    private int _cuts;

    /// <summary>How many streams were opened.</summary>
    public int Streams => Volatile.Read(ref _cuts);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return response;
        }

        Interlocked.Increment(ref _cuts);
        var cut = new StreamContent(new CutStream(await response.Content.ReadAsStreamAsync(cancellationToken), _random.Next(1, 1500)), 256);
        cut.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = cut;
        return response;
    }

    private sealed class CutStream(Stream inner, int left) : Stream
    {
        private int _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");
            }

            var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
