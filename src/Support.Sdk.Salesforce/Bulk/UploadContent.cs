using System.Net;
using System.Net.Http.Headers;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>A body that is written while it is sent; it can be sent once.</summary>
internal sealed class UploadContent : HttpContent
{
    private readonly Func<Stream, CancellationToken, Task> _write;

    public UploadContent(Func<Stream, CancellationToken, Task> write)
    {
        _write = write;
        Headers.ContentType = new MediaTypeHeaderValue("text/csv");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _write(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
