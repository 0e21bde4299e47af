using System.Buffers;
using System.Text;

namespace Support.Sdk.Http;

internal static class CappedBody
{
    /// <summary>Reads at most <paramref name="maxBytes"/> of a body as text; the rest stays unread.</summary>
    public static async Task<string> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(maxBytes);
            try
            {
                var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, maxBytes), maxBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(buffer, 0, read);
            }
            finally
            {
                // Error bodies and token answers may hold secrets; the pool's next tenant must not see them.
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }
    }
}
