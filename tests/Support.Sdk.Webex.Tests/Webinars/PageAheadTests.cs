using Support.Sdk.Http;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Webinars;

public sealed class PageAheadTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_WhileAPageIsWorkedOn_HaveExactlyOnePageUnderWay()
    {
        var pages = new Pages([[1, 2], [3], [4]]);
        await using var reading = PageAhead.ReadAsync(pages, Stop).GetAsyncEnumerator(Stop);
        pages.Asked.ShouldBe(0);

        (await reading.MoveNextAsync()).ShouldBeTrue();
        pages.Asked.ShouldBe(2);
        (await reading.MoveNextAsync()).ShouldBeTrue();
        pages.Asked.ShouldBe(2);
        (await reading.MoveNextAsync()).ShouldBeTrue();
        pages.Asked.ShouldBe(3);
        reading.Current.ShouldBe(3);
    }

    [Fact]
    public async Task Items_OfAllPages_ComeInOrder_EmptyPagesIncluded()
    {
        var pages = new Pages([[1], [], [2, 3], []]);

        (await PageAhead.ReadAsync(pages, Stop).ToListAsync(Stop)).ShouldBe([1, 2, 3]);

        (pages.Asked, pages.Disposed).ShouldBe((5, 1));
    }

    [Fact]
    public async Task Fault_OfAPage_ComesAfterTheItemsBeforeIt()
    {
        var pages = new Pages([[1, 2], [3]]) { FaultAt = 2 };
        var read = new List<int>();

        var fault = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in PageAhead.ReadAsync(pages, Stop))
            {
                read.Add(item);
            }
        });

        fault.Message.ShouldBe("page 2");
        read.ShouldBe([1, 2, 3]);
        pages.Disposed.ShouldBe(1);
    }

    [Fact]
    public async Task Stop_BeforeTheEnd_CancelsThePageUnderWay_AndWaitsForIt()
    {
        var pages = new Pages([[1], [2]]) { HangAt = 1 };
        await foreach (var item in PageAhead.ReadAsync(pages, Stop))
        {
            item.ShouldBe(1);
            break;
        }

        (pages.Cancelled, pages.Disposed).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Stop_BeforeAFault_IsNotDisturbedByIt()
    {
        var pages = new Pages([[1], [2]]) { FaultAt = 1 };
        await foreach (var item in PageAhead.ReadAsync(pages, Stop))
        {
            item.ShouldBe(1);
            break;
        }

        (pages.Asked, pages.Disposed).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Cancellation_WhileAPageIsAwaited_EndsTheReading()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var pages = new Pages([[1], [2]]) { HangAt = 1 };
        await using var reading = PageAhead.ReadAsync(pages, caller.Token).GetAsyncEnumerator(Stop);
        (await reading.MoveNextAsync()).ShouldBeTrue();

        var next = reading.MoveNextAsync().AsTask();
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => next);
        (pages.Cancelled, pages.Disposed).ShouldBe((1, 1));
    }

    /// <summary>Pages that answer at once, but for one that hangs until it is cancelled and one that fails.</summary>
    private sealed class Pages(int[][] pages) : VendorPageable<int>
    {
        public int? FaultAt { get; init; }

        public int? HangAt { get; init; }

        public int Asked { get; private set; }

        public int Cancelled { get; private set; }

        public int Disposed { get; private set; }

        public override async IAsyncEnumerable<VendorPage<int>> AsPages(
            string? continuationToken = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var page = 0; page <= pages.Length; page++)
                {
                    Asked++;
                    if (page == HangAt)
                    {
                        await HangAsync(cancellationToken);
                    }

                    if (page == FaultAt)
                    {
                        throw new InvalidOperationException($"page {page}");
                    }

                    if (page < pages.Length)
                    {
                        yield return new(pages[page], page.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    }
                }
            }
            finally
            {
                Disposed++;
            }
        }

        private async Task HangAsync(CancellationToken cancellationToken)
        {
            var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(() => hanging.TrySetCanceled(cancellationToken));
            try
            {
                await hanging.Task;
            }
            catch (OperationCanceledException)
            {
                Cancelled++;
                throw;
            }
        }
    }
}
