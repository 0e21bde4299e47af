using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>A list that is asked for with a body. Each page's request is made anew: a body is gone once it was sent.</summary>
internal sealed class QueryPageable<T>(VendorTransport transport, Func<VendorRequest> request, JsonTypeInfo<ItemsPage<T>> pageType) : VendorPageable<T>
{
    public override async IAsyncEnumerable<VendorPage<T>> AsPages(string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var trail = new PageTrail(transport, request(), continuationToken);
        string? next;
        do
        {
            var response = await transport.SendForResponseAsync(request() with { Target = trail.Current }, pageType, cancellationToken).ConfigureAwait(false);
            next = trail.Advance(LinkHeader.Next(response.Headers));
            yield return new(response.Value.All, next);
        }
        while (next is not null);
    }
}
