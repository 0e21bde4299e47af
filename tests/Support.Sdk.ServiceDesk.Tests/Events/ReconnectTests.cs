using Support.Sdk.Tests;
using static Support.Sdk.ServiceDesk.Tests.ScriptedStream;

namespace Support.Sdk.ServiceDesk.Tests.Events;

/// <summary>When a connection is made anew, and when no more.</summary>
public sealed class ReconnectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhileNothingComes_DoublesUpToItsLimit()
    {
        await using var host = new DeskHost();
        List<DateTimeOffset> at = [];
        host.Desk.Always(_ =>
        {
            at.Add(host.Clock.GetUtcNow());
            return at.Count > 8
                ? FakeDesk.Events(Of(Ending.Hang, Bodies.Event("ready", 1)))
                : throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        });

        await FollowTests.FollowAsync(host, _ => true);

        Waits(at).ShouldBe([1, 2, 4, 8, 16, 30, 30, 30], tolerance: 0.01);
    }

    [Fact]
    public async Task Wait_AfterAConnectionThatWorked_IsTheFirstOneAgain()
    {
        await using var host = new DeskHost();
        List<DateTimeOffset> at = [];
        host.Desk.Always(_ =>
        {
            at.Add(host.Clock.GetUtcNow());
            return FakeDesk.Events(Of(Ending.End, at.Count % 2 == 0 ? Bodies.Changed(at.Count) : ""));
        });

        await FollowTests.FollowAsync(host, changes => changes.Count == 3);

        Waits(at).ShouldBe([1, 1, 2, 1, 2], tolerance: 0.01);
    }

    [Fact]
    public async Task Wait_ThatTheServerNames_IsKept()
    {
        await using var host = new DeskHost();
        List<DateTimeOffset> at = [];
        var answers = new Queue<Func<HttpResponseMessage>>(
        [
            () => FakeDesk.Events(Of(Ending.End, "retry: 5000\n\n" + Bodies.Event("ready", 1))),
            () => FakeDesk.Response(HttpStatusCode.ServiceUnavailable, "", [("Retry-After", "70")]),
            () => FakeDesk.Response(HttpStatusCode.TooManyRequests, "", [("Retry-After", "3")]),
            () => FakeDesk.Response(HttpStatusCode.InternalServerError, "", []),
            () => FakeDesk.Events(Of(Ending.End, "retry: 100\n\n" + Bodies.Changed(2))),
            () => FakeDesk.Events(Of(Ending.Hang, Bodies.Changed(3))),
        ]);
        host.Desk.Always(_ =>
        {
            at.Add(host.Clock.GetUtcNow());
            return answers.Dequeue()();
        });

        await FollowTests.FollowAsync(host, changes => changes.Last().Position == 3);

        // 503: what it demands. 429: the back-off asks for more than it demands. Then the stream advised another wait.
        Waits(at).ShouldBe([5, 70, 20, 30, 0.1], tolerance: 0.01);
    }

    [Theory]
    [InlineData(0x00, 1.0)]
    [InlineData(0x80, 1.25)]
    [InlineData(0xFF, 1.5)]
    public async Task Wait_OfManyWhoWereCutOff_IsSpreadAtRandom(byte random, double seconds)
    {
        await using var host = new DeskHost(random: new SameRandom(random));
        List<DateTimeOffset> at = [];
        host.Desk.Always(_ =>
        {
            at.Add(host.Clock.GetUtcNow());
            return FakeDesk.Events(Of(Ending.End, at.Count > 1 ? Bodies.Changed(1) : ""));
        });

        await FollowTests.FollowAsync(host, _ => true);

        Waits(at).ShouldHaveSingleItem().ShouldBe(seconds, tolerance: 0.01);
    }

    [Fact]
    public async Task Silence_LongerThanTheOption_IsADeadConnection()
    {
        await using var host = new DeskHost(both: options => options.Events.SilenceTimeout = TimeSpan.FromSeconds(10));
        var dead = Of(Ending.Hang, Bodies.Event("ready", 1));
        host.Desk.Stream(dead).Stream(Of(Ending.Hang, Bodies.Changed(2)));
        var started = host.Clock.GetUtcNow();

        var changes = await FollowTests.FollowAsync(host, changes => changes.Last().Position == 2);

        changes.Count.ShouldBe(2);
        dead.Disposed.IsCompleted.ShouldBeTrue();
        (host.Clock.GetUtcNow() - started).TotalSeconds.ShouldBe(11, tolerance: 0.01);
        host.Desk.Sent.Last().Header("Last-Event-ID").ShouldBe("1");
    }

    [Fact]
    public async Task Silence_BrokenByHeartbeats_IsNone()
    {
        await using var host = new DeskHost(both: options => options.Events.SilenceTimeout = TimeSpan.FromSeconds(10));
        var beating = new BeatingStream(host.Clock, TimeSpan.FromSeconds(9), beats: 20, Bodies.Changed(2));
        host.Desk.Then(_ => FakeDesk.Events(beating));

        var changes = await FollowTests.FollowAsync(host, _ => true);

        changes.ShouldHaveSingleItem().Position.ShouldBe(2);
        host.Desk.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "service-desk.unauthorized")]
    [InlineData(HttpStatusCode.Forbidden, "service-desk.no-technician")]
    [InlineData(HttpStatusCode.NotFound, "sessions.invalid")]
    [InlineData(HttpStatusCode.BadRequest, "service-desk.malformed")]
    public async Task Refusal_OfAConnection_EndsTheFeed(HttpStatusCode status, string code)
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.End, Bodies.Changed(1))).Refuse(status, code);

        var exception = await Should.ThrowAsync<SupportRequestException>(() => FollowTests.FollowAsync(host, _ => false));

        (exception.StatusCode, exception.VendorCode, exception.Operation).ShouldBe((status, code, "service-desk.events.follow"));
        host.Desk.Sent.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "text/html")]
    [InlineData("event: session\ndata: {\"type\":\"session\"}\n\n", "text/event-stream")]
    [InlineData("event: session\ndata: nonsense\n\n", "text/event-stream")]
    public async Task Answer_ThatIsNoEvents_EndsTheFeed(string body, string type)
    {
        await using var host = new DeskHost();
        host.Desk.Then(_ => FakeDesk.Response(HttpStatusCode.OK, body, [], type));

        var exception = await Should.ThrowAsync<SupportContentException>(() => FollowTests.FollowAsync(host, _ => false));

        exception.Operation.ShouldBe("service-desk.events.follow");
        exception.Message.ShouldNotContain("nonsense");
    }

    [Fact]
    public async Task NoContent_FromTheServer_EndsTheFeedQuietly()
    {
        await using var host = new DeskHost();
        host.Desk.Answer("", HttpStatusCode.NoContent);

        (await FollowTests.FollowAsync(host, _ => false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Loop_Left_LetsGoOfTheConnectionAtOnce()
    {
        await using var host = new DeskHost();
        var stream = Of(Ending.Hang, Bodies.Event("ready", 1) + Bodies.Changed(2));
        host.Desk.Stream(stream);

        await foreach (var change in host.Client.FollowAsync(cancellationToken: Token))
        {
            break;
        }

        stream.Disposed.IsCompleted.ShouldBeTrue();
        host.Clock.DueTimes.ShouldBeEmpty("No timer outlives the enumeration.");
    }

    [Fact]
    public async Task Cancellation_WhileNothingComes_EndsTheFeed()
    {
        await using var host = new DeskHost();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var stream = Of(Ending.Hang, Bodies.Event("ready", 1));
        host.Desk.Stream(stream);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var change in host.Client.FollowAsync(cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        stream.Disposed.IsCompleted.ShouldBeTrue();
        host.Desk.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_WhileWaitingToReconnect_EndsTheFeed()
    {
        await using var host = new DeskHost();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        host.Desk.Cut();

        var following = Task.Run(async () => await host.Client.FollowAsync(cancellationToken: cancellation.Token).ToListAsync(Token), Token);
        while (!host.Clock.DueTimes.Any(due => due - host.Clock.GetUtcNow() < TimeSpan.FromSeconds(2)))
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => following);
        host.Desk.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reconnections_Always_AreLoggedWithTheirReason()
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.Break, ":\n")).Stream(Of(Ending.End, ":\n")).Answer("", HttpStatusCode.BadGateway).Stream(Of(Ending.Hang, Bodies.Event("ready", 1)));

        await FollowTests.FollowAsync(host, _ => true);

        string[] reasons = ["the connection broke", "the stream ended", "502 BadGateway"];
        var lines = host.Logs.Lines.Where(line => line.Contains("connecting again")).ToList();
        lines.Count.ShouldBe(3);
        lines.Zip(reasons).ShouldAllBe(pair => pair.First.Contains(pair.Second));
    }

    private static List<double> Waits(List<DateTimeOffset> at) => [.. at.Zip(at.Skip(1), (one, next) => (next - one).TotalSeconds)];

    private sealed class SameRandom(byte value) : IRandomSource
    {
        public void Fill(Span<byte> destination) => destination.Fill(value);
    }
}
