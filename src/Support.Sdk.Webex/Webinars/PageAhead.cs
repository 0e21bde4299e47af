using System.Runtime.CompilerServices;
using Support.Sdk.Http;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Reads a list with its next page under way while the caller works on the current one.</summary>
/// <remarks>
/// One page ahead, never more: the address of a page is only known once the one before has come. A fault of that page is thrown when the caller gets there, after every
/// item before it. Who stops earlier cancels the request and never hears of it.
/// </remarks>
internal static class PageAhead
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(VendorPageable<T> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = list.AsPages(null, stop.Token).GetAsyncEnumerator(stop.Token);
        await using var disposal = pages.ConfigureAwait(false);
        var next = pages.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                var page = pages.Current;
                next = pages.MoveNextAsync().AsTask();
                foreach (var item in page.Items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            // An enumerator must not be disposed while it moves. What ends it here is either thrown by the loop already, or of a page that nobody asked for.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
