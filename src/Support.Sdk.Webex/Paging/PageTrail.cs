using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>Follows the <c>Link</c> header from page to page for the lists that <see cref="VendorPagingExtensions"/> cannot fetch. Belongs to one enumeration.</summary>
internal sealed class PageTrail
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
    // 128 bits of SHA-256 for each page: the addresses of ten thousand pages would be megabytes.
    private readonly HashSet<UInt128> _seen = [];
    private readonly VendorTransport _transport;
    private readonly VendorOperation _operation;

    public PageTrail(VendorTransport transport, in VendorRequest first, string? continuationToken)
    {
        (_transport, _operation) = (transport, first.Operation);
        Current = continuationToken is null ? first.Target : Follow(continuationToken);
        _seen.Add(DigestOf(Current));
    }

    /// <summary>The page to fetch.</summary>
    public Uri Current { get; private set; }

    /// <summary>Goes on to the page that <paramref name="headers"/> name.</summary>
    /// <returns>Its address, which is the continuation token; <see langword="null"/> when there is none, or the vendor leads in a circle.</returns>
    public string? Advance(HttpResponseHeaders headers)
    {
        if (LinkHeader.Next(headers) is not { Length: > 0 } link)
        {
            return null;
        }

        Current = Follow(link);
        return _seen.Add(DigestOf(Current)) ? link : null;
    }

    private UInt128 DigestOf(Uri target)
    {
        var address = (target.IsAbsoluteUri ? target : new Uri(_transport.BaseAddress, target)).OriginalString;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(Encoding.UTF8.GetBytes(address), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    /// <summary>The address as the vendor wrote it: its value-less parameters do not survive another encoding (fact sheet, section 1.3).</summary>
    private Uri Follow(string link)
    {
        var isAbsolute = link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        Uri? target = null;
        _ = isAbsolute ? Uri.TryCreate(link, Verbatim, out target) : Uri.TryCreate(_transport.BaseAddress, link, out target);
        return target is not null && Uri.Compare(target, _transport.BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? target
            : throw new InvalidOperationException(
                $"The next page of {_operation} is not at {_transport.BaseAddress.GetLeftPart(UriPartial.Authority)}; it is not fetched, for it would receive the credentials.");
    }
}
