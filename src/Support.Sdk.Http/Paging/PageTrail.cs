using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Http;

/// <summary>Follows the addresses that a vendor gives for the next page, for lists that <see cref="VendorPagingExtensions"/> cannot fetch.</summary>
/// <remarks>Belongs to one enumeration; not thread-safe. However many pages there are, it keeps 16 bytes of each.</remarks>
public sealed class PageTrail
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    // 128 bits of SHA-256 for each page: the addresses of ten thousand pages would be megabytes.
    private readonly HashSet<UInt128> _seen = [];
    private readonly VendorTransport _transport;
    private readonly VendorOperation _operation;

    /// <summary>Begins at the first page, or after one that was read.</summary>
    /// <param name="transport">The transport.</param>
    /// <param name="first">The request of the first page.</param>
    /// <param name="continuationToken">The address after a page, as <see cref="Advance"/> gave it; <see langword="null"/> for the first page.</param>
    /// <exception cref="InvalidOperationException"><paramref name="continuationToken"/> leads to another host or scheme, which would receive the credentials.</exception>
    public PageTrail(VendorTransport transport, in VendorRequest first, string? continuationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        (_transport, _operation) = (transport, first.Operation);
        Current = continuationToken is null ? first.Target : Follow(continuationToken);
        _seen.Add(DigestOf(Current));
    }

    /// <summary>The page to fetch.</summary>
    public Uri Current { get; private set; }

    /// <summary>Goes on to the page that the vendor names.</summary>
    /// <param name="link">The address, absolute or relative to the base address; empty or <see langword="null"/> for none.</param>
    /// <returns>
    /// <paramref name="link"/>, which is the continuation token; <see langword="null"/> when there is none, or the vendor leads in a circle: everything on it was read.
    /// </returns>
    /// <exception cref="InvalidOperationException">The page lies on another host or scheme, which would receive the credentials.</exception>
    public string? Advance(string? link)
    {
        if (string.IsNullOrWhiteSpace(link))
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

    /// <summary>The address as the vendor wrote it, to the last escaped character: value-less parameters, say, do not survive another encoding.</summary>
    private Uri Follow(string link)
    {
        // Relative references are rare but allowed. Looking at the scheme tells: Uri takes "/path" for a file on Unix.
        var isAbsolute = link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        Uri? target = null;
        _ = isAbsolute ? Uri.TryCreate(link, Verbatim, out target) : Uri.TryCreate(_transport.BaseAddress, link, out target);
        return target is not null && SecureAddresses.HaveSameOrigin(target, _transport.BaseAddress)
            ? target
            : throw new InvalidOperationException(
                $"The next page of {_operation} is not at {_transport.BaseAddress.GetLeftPart(UriPartial.Authority)}; it is not fetched, for it would receive the credentials.");
    }
}
