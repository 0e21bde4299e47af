using System.Runtime.CompilerServices;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.Stores;
using Support.Sdk.Tests.Running;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-18")]
public sealed class FeedLoadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_ByAThousand_WatchesTheStoreOnceAndOnlyWhileSomebodyListens()
    {
        var (watches, running) = (0, 0);
        var store = new InterceptingStore(new InMemoryMachineStore());
        store.Watch = (position, inner, cancellation) => CountAsync(inner.WatchAsync(position, cancellation), cancellation);
        await using var desk = await Desk.StartReadyAsync(store);
        var listeners = Enumerable.Range(0, 1_000).Select(_ => new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel))).ToList();
        foreach (var listener in listeners)
        {
            (await listener.NextAsync()).ShouldBeOfType<SessionChange.Ready>();
        }

        var id = await desk.CreateAsync();

        var heard = await Task.WhenAll(listeners.Select(listener => listener.NextAsync()));
        heard.ShouldAllBe(change => change is SessionChange.SessionChanged && ((SessionChange.SessionChanged)change).SessionId == id);
        heard.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1, "all listeners share what they are told");
        watches.ShouldBe(1);

        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }

        while (Volatile.Read(ref running) > 0)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await using var late = new Listener(desk.Feed.FollowAsync(Desk.Bob, after: 0, cancellationToken: Cancel));
        (await late.UntilAsync(change => change is SessionChange.SessionChanged)).Last().ShouldBe(heard[0]);

        async IAsyncEnumerable<RecordedEvent> CountAsync(IAsyncEnumerable<RecordedEvent> changes, [EnumeratorCancellation] CancellationToken cancellation)
        {
            Interlocked.Increment(ref watches);
            Interlocked.Increment(ref running);
            try
            {
                await foreach (var change in changes.WithCancellation(cancellation))
                {
                    yield return change;
                }
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }
    }

    [Fact]
    public async Task Follow_TooSlowly_GetsAResetInsteadOfWhatWasLostAndGoesOn()
    {
        await using var desk = await Desk.StartReadyAsync(options: options => options.Sessions.Feed.ListenerBuffer = 2);
        await using var slow = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await using var swift = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await slow.NextAsync();
        await swift.NextAsync();

        List<SessionChange> all = [];
        for (var i = 0; i < 6; i++)
        {
            await desk.CreateAsync();
            all.Add(await swift.NextAsync());
        }

        (await slow.NextAsync()).ShouldBe(new SessionChange.Reset(all[4].Position));
        (await slow.NextAsync()).ShouldBe(all[5]);
        await desk.CreateAsync();
        (await slow.NextAsync()).ShouldBe(await swift.NextAsync());
    }

    [Fact]
    public async Task Follow_WhenTheStoreFails_IsTakenUpWhereItBrokeOff()
    {
        var failures = 0;
        var store = new InterceptingStore(new InMemoryMachineStore());
        store.Watch = (position, inner, cancellation) => FailAsync(inner.WatchAsync(position, cancellation), cancellation);
        await using var desk = await Desk.StartReadyAsync(store);
        await using var bob = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await bob.NextAsync();
        var ids = new[] { await desk.CreateAsync(), await desk.CreateAsync(), await desk.CreateAsync() };

        List<string> heard = [];
        for (var i = 0; i < 3; i++)
        {
            heard.Add((await desk.Clock.RunAsync(bob.NextAsync())).ShouldBeOfType<SessionChange.SessionChanged>().SessionId);
        }

        heard.ShouldBe(ids);
        failures.ShouldBe(2);

        async IAsyncEnumerable<RecordedEvent> FailAsync(IAsyncEnumerable<RecordedEvent> changes, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var change in changes.WithCancellation(cancellation))
            {
                yield return change;
                if (failures < 2)
                {
                    failures++;
                    throw new IOException("The connection was lost.");
                }
            }
        }
    }

    [Fact]
    public async Task Follow_FromTooFarBackOrFromNowhere_GetsAReset()
    {
        await using var desk = await Desk.StartReadyAsync(options: options => options.Sessions.Feed.MaxReplay = 3);
        await desk.CreateAsync();
        var last = await desk.Store.LastPositionAsync(Cancel);

        var (ready, next) = await FirstAsync(last - 3);
        ready.ShouldBe(new SessionChange.Ready(last - 3));
        next.ShouldBeOfType<SessionChange.ChannelChanged>().Position.ShouldBe(last - 2);
        (await FirstAsync(last - 4)).ShouldBe((new SessionChange.Ready(last - 4), new SessionChange.Reset(last)));
        (await FirstAsync(last + 1)).ShouldBe((new SessionChange.Ready(last), new SessionChange.Reset(last)));
        Should.Throw<ArgumentOutOfRangeException>(() => desk.Feed.FollowAsync(Desk.Bob, after: -1, cancellationToken: Cancel));

        async Task<(SessionChange First, SessionChange Second)> FirstAsync(long after)
        {
            await using var alice = new Listener(desk.Feed.FollowAsync(Desk.Alice, after, Cancel));
            return (await alice.NextAsync(), await alice.NextAsync());
        }
    }

    [Fact]
    public async Task Follow_UntilCancelledOrDisposed_Ends()
    {
        var desk = await Desk.StartReadyAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var cancelled = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: cancellation.Token));
        var ended = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await cancelled.NextAsync();
        await ended.NextAsync();
        var pending = cancelled.NextAsync();

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => pending);
        var feed = desk.Feed;
        await desk.DisposeAsync();
        (await ended.EndsAsync()).ShouldBeTrue();
        await Should.ThrowAsync<ObjectDisposedException>(() => new Listener(feed.FollowAsync(Desk.Bob, cancellationToken: Cancel)).NextAsync());
    }
}
