using System.Buffers;
using System.Text;

namespace Support.Sdk.Http;

/// <summary>Bodies of answers that are read for diagnosis, not for their content: never more than 64 KiB of them.</summary>
internal static class CappedBody
{
    public const int MaxBytes = 64 * 1024;

    /// <summary>Reads the beginning of a body as text; the rest stays unread.</summary>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var (buffer, length) = await RentAsync(content, cancellationToken).ConfigureAwait(false);
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            Return(buffer);
        }
    }

    /// <summary>Replaces a body on the wire by its beginning in memory, and lets go of the wire.</summary>
    public static async Task<HttpContent> KeepAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var (buffer, length) = await RentAsync(content, cancellationToken).ConfigureAwait(false);
        try
        {
            var kept = new ByteArrayContent(buffer.AsSpan(0, length).ToArray());
            kept.Headers.ContentType = content.Headers.ContentType;
            content.Dispose();
            return kept;
        }
        finally
        {
            Return(buffer);
        }
    }

    private static async Task<(byte[] Buffer, int Length)> RentAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes);
            try
            {
                return (buffer, await stream.ReadAtLeastAsync(buffer.AsMemory(0, MaxBytes), MaxBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false));
            }
            catch
            {
                Return(buffer);
                throw;
            }
        }
    }

    /// <summary>Error bodies and token answers may hold secrets; the pool's next tenant must not see them.</summary>
    private static void Return(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
}
