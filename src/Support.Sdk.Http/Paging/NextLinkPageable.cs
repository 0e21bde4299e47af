using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Http;

/// <summary>Follows addresses that the vendor gives for the next page, wherever they stand in the answer.</summary>
internal sealed class NextLinkPageable<TPage, T>(
    VendorTransport transport,
    VendorRequest first,
    JsonTypeInfo<TPage> pageType,
    Func<TPage, IReadOnlyList<T>> items,
    Func<VendorResponse<TPage>, string?> next) : VendorPageable<T>
{
    public override async IAsyncEnumerable<VendorPage<T>> AsPages(
        string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var trail = new PageTrail(transport, first, continuationToken);
        string? link;
        do
        {
            var response = await transport.SendForResponseAsync(first with { Target = trail.Current }, pageType, cancellationToken).ConfigureAwait(false);
            link = trail.Advance(next(response));
            yield return new(items(response.Value), link);
        }
        while (link is not null);
    }
}
