using System.Text.Json.Serialization.Metadata;

namespace Support.Sdk.Http;

/// <summary>Lists of a vendor, by the way it names the next page.</summary>
public static class VendorPagingExtensions
{
    /// <summary>A list whose next page stands in the <c>Link</c> header with <c>rel="next"</c> (Webex).</summary>
    /// <typeparam name="TPage">The body of a page.</typeparam>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="transport">The transport.</param>
    /// <param name="first">The request of the first page.</param>
    /// <param name="pageType">The JSON of a page.</param>
    /// <param name="items">The items of a page.</param>
    /// <remarks>
    /// Enumerating throws what <see cref="VendorTransport.SendAsync{T}"/> throws, and <see cref="InvalidOperationException"/> when the next page lies on another host
    /// or scheme. It ends where the vendor names no next page, or one that was fetched already.
    /// </remarks>
    public static VendorPageable<T> ListByLinkHeader<TPage, T>(
        this VendorTransport transport, VendorRequest first, JsonTypeInfo<TPage> pageType, Func<TPage, IReadOnlyList<T>> items)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(pageType);
        ArgumentNullException.ThrowIfNull(items);
        return new NextLinkPageable<TPage, T>(transport, first, pageType, items, static response => LinkHeader.Next(response.Headers));
    }

    /// <summary>A list whose next page stands in the body (Zendesk: <c>links.next</c> while <c>meta.has_more</c>).</summary>
    /// <typeparam name="TPage">The body of a page.</typeparam>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="transport">The transport.</param>
    /// <param name="first">The request of the first page.</param>
    /// <param name="pageType">The JSON of a page.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The address of the next page, or <see langword="null"/> on the last one.</param>
    /// <remarks>As of <see cref="ListByLinkHeader"/>.</remarks>
    public static VendorPageable<T> ListByBody<TPage, T>(
        this VendorTransport transport,
        VendorRequest first,
        JsonTypeInfo<TPage> pageType,
        Func<TPage, IReadOnlyList<T>> items,
        Func<TPage, string?> next)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(pageType);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(next);
        return new NextLinkPageable<TPage, T>(transport, first, pageType, items, response => next(response.Value));
    }
}
