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
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async IAsyncEnumerable<VendorPage<T>> AsPages(
        string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = continuationToken is null ? first : first with { Target = Follow(continuationToken) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { Absolute(request.Target) };
        while (true)
        {
            var response = await transport.SendForResponseAsync(request, pageType, cancellationToken).ConfigureAwait(false);
            var link = next(response);
            if (string.IsNullOrWhiteSpace(link))
            {
                yield return new(items(response.Value), null);
                yield break;
            }

            var target = Follow(link);
            if (!seen.Add(Absolute(target)))
            {
                // The vendor leads in a circle: everything on it was read.
                yield return new(items(response.Value), null);
                yield break;
            }

            yield return new(items(response.Value), link);
            request = request with { Target = target };
        }
    }

    private string Absolute(Uri target) => (target.IsAbsoluteUri ? target : new Uri(transport.BaseAddress, target)).OriginalString;

    /// <summary>The address as the vendor wrote it, to the last escaped character; never on another origin, which would get the credentials.</summary>
    private Uri Follow(string link)
    {
        // Relative references are rare but allowed. Looking at the scheme tells: Uri takes "/path" for a file on Unix.
        var isAbsolute = link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        Uri? target = null;
        _ = isAbsolute ? Uri.TryCreate(link, Verbatim, out target) : Uri.TryCreate(transport.BaseAddress, link, out target);

        return target is not null && SecureAddresses.HaveSameOrigin(target, transport.BaseAddress)
            ? target
            : throw new InvalidOperationException(
                $"The next page of {first.Operation} is not at {transport.BaseAddress.GetLeftPart(UriPartial.Authority)}; it is not fetched, for it would receive the credentials.");
    }
}
