namespace Support.Sdk.Http;

/// <summary>A list that is fetched page by page while it is read.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <remarks>Thread-safe; each enumeration fetches anew. Nothing is fetched before the enumeration begins, and never a page ahead.</remarks>
public abstract class VendorPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>The pages, from the first or after the one whose token is given.</summary>
    /// <param name="continuationToken">A <see cref="VendorPage{T}.ContinuationToken"/> of an earlier enumeration of the same list, or <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public abstract IAsyncEnumerable<VendorPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default);

    /// <inheritdoc />
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}
