using System.Threading.Channels;
using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class WatchCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("watch/resume", "a watch starts after its position with what is there already", Resume),
        new("watch/waits", "a watch waits for the commits of its own handle", static (fixture, ct) => WaitsAsync(fixture, sameHandle: true, ct)),
        new("watch/other-handle", "a watch sees the commits of another handle", static (fixture, ct) => WaitsAsync(fixture, sameHandle: false, ct)),
        new("watch/no-lost-wake-up", "a watch that is waiting, reading or just between misses no commit", NoLostWakeUp),
        new("watch/cancel", "a waiting watch ends by cancellation", Cancel),
    ];

    private static async Task Resume(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var first = await Given.CommittedAsync(store, Given.Commit(Given.Stream("a")), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("b"), events: 2), ct).ConfigureAwait(false);

        var watch = new Watch(store, first.Position, ct);
        await using var watchClosing = watch.ConfigureAwait(false);
        Verify.Equal("b/1", await watch.NextAsync(ct).ConfigureAwait(false), "the first change after the position");
        Verify.Equal("b/2", await watch.NextAsync(ct).ConfigureAwait(false), "the second change after the position");
    }

    private static async Task WaitsAsync(IMachineStoreFixture fixture, bool sameHandle, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var writer = sameHandle ? store : await fixture.OpenAsync(ct).ConfigureAwait(false);
        var watch = new Watch(store, 0, ct);
        await using var watchClosing = watch.ConfigureAwait(false);
        for (var i = 0; i < 5; i++)
        {
            await Given.CommittedAsync(writer, Given.Commit(Given.Stream(), i), ct).ConfigureAwait(false);
            Verify.Equal($"one/{i + 1}", await watch.NextAsync(ct).ConfigureAwait(false), "the change just committed");
        }
    }

    private static async Task NoLostWakeUp(IMachineStoreFixture fixture, CancellationToken ct)
    {
        const int Writers = 3;
        const int CommitsEach = 40;
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var watch = new Watch(store, 0, ct);
        await using var watchClosing = watch.ConfigureAwait(false);
        var second = new Watch(other, 0, ct);
        await using var secondClosing = second.ConfigureAwait(false);
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < CommitsEach; i++)
                {
                    await Given.CommittedAsync(writer % 2 == 0 ? store : other, Given.Commit(Given.Stream($"w{writer}"), i), ct).ConfigureAwait(false);
                }
            },
            ct)).ToList();

        foreach (var one in new[] { watch, second })
        {
            var seen = new List<string>();
            while (seen.Count < Writers * CommitsEach)
            {
                seen.Add(await one.NextAsync(ct).ConfigureAwait(false));
            }

            for (var writer = 0; writer < Writers; writer++)
            {
                Verify.Sequence(
                    Enumerable.Range(1, CommitsEach).Select(i => $"w{writer}/{i}"),
                    seen.Where(change => change.StartsWith($"w{writer}/", StringComparison.Ordinal)),
                    $"what the watch saw of writer {writer}");
            }
        }

        await Task.WhenAll(writers).ConfigureAwait(false);
    }

    private static async Task Cancel(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var changes = store.WatchAsync(0, cancellation.Token).GetAsyncEnumerator(ct);
        await using var closing = changes.ConfigureAwait(false);
        var waiting = changes.MoveNextAsync().AsTask();
        Verify.True(!waiting.IsCompleted, "a watch of an empty store waits");

        await cancellation.CancelAsync().ConfigureAwait(false);

        await Verify.ThrowsAsync<OperationCanceledException>(() => waiting, "a cancelled watch").ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>A watch that runs by itself and hands out what it saw, as <c>key/version</c>.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly Channel<string> _seen = Channel.CreateUnbounded<string>();
        private readonly CancellationTokenSource _stop;
        private readonly Task _run;

        public Watch(IMachineStore store, long afterPosition, CancellationToken ct)
        {
            _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            _run = Task.Run(() => RunAsync(store, afterPosition), ct);
        }

        public async Task<string> NextAsync(CancellationToken ct) => await _seen.Reader.ReadAsync(ct).ConfigureAwait(false);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _run.ConfigureAwait(false);
            _stop.Dispose();
        }

        private async Task RunAsync(IMachineStore store, long afterPosition)
        {
            try
            {
                var last = afterPosition;
                await foreach (var change in store.WatchAsync(afterPosition, _stop.Token).ConfigureAwait(false))
                {
                    Verify.True(change.Position > last, "a watch hands out growing positions");
                    last = change.Position;
                    _seen.Writer.TryWrite($"{change.Stream.Key}/{change.Version}");
                }

                _seen.Writer.Complete(new ConformanceException("A watch ended without being cancelled."));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                _seen.Writer.Complete();
            }
            catch (Exception exception)
            {
                // The case meets it where it reads the next change.
                _seen.Writer.Complete(exception);
            }
        }
    }
}
