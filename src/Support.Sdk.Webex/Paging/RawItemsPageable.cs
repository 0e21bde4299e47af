using System.Runtime.CompilerServices;
using System.Text.Json;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>A list whose items are handed out as the UTF-8 JSON that arrived: slices of the page, no object in between.</summary>
/// <remarks>
/// Each item is one complete JSON value in UTF-8, a slice of the page it came with. Nothing is used again: an item may be kept, and keeps its page (up to 100 items)
/// in memory. One page is held at a time. That the page is JSON is checked; what the items hold is not. Enumerating throws as <see cref="WebexClient"/> says.
/// </remarks>
internal sealed class RawItemsPageable(VendorTransport transport, VendorRequest first) : VendorPageable<ReadOnlyMemory<byte>>
{
    public override async IAsyncEnumerable<VendorPage<ReadOnlyMemory<byte>>> AsPages(
        string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var trail = new PageTrail(transport, first, continuationToken);
        string? next;
        do
        {
            using var message = Message(trail.Current);
            using var response = await transport.SendRawAsync(message, cancellationToken).ConfigureAwait(false);
            await transport.EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            var page = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var items = Items(page, message, response);
            next = trail.Advance(LinkHeader.Next(response.Headers));
            yield return new(items, next);
        }
        while (next is not null);
    }

    private HttpRequestMessage Message(Uri target)
    {
        var message = new HttpRequestMessage(first.Method, target).SetOperation(first.Operation).SetSubject(first.Subject ?? "");
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        first.Headers?.Invoke(message.Headers);
        return message;
    }

    private List<ReadOnlyMemory<byte>> Items(byte[] page, HttpRequestMessage message, HttpResponseMessage response)
    {
        try
        {
            return RawItems.Of(page);
        }
        catch (JsonException exception)
        {
            // The pipeline gave the call's id to the vendor; how often it tried is known to nobody but itself, so the attempt that was answered counts.
            var operationId = message.Headers.TryGetValues(WebexProfile.Instance.OperationIdHeader!, out var ids) ? ids.First() : "";
            var path = first.Operation.PathOf(new Uri(transport.BaseAddress, message.RequestUri!));
            var call = new FailedCall(transport.Vendor, transport.Account, first.Operation.Name, operationId, message.Method.Method, path, 1);
            throw new SupportContentException(call, response.StatusCode, $"its body is not a page of items (line {exception.LineNumber})", exception);
        }
    }
}
