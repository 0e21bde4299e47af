using Support.Sdk.Tests;

namespace Support.Sdk.ServiceDesk.Tests.Commands;

/// <summary>Commands are sent again under the same key until they were answered.</summary>
public sealed class RepetitionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_CutAndTurnedAway_IsRepeatedUnderOneKey()
    {
        await using var host = new DeskHost();
        host.Desk.Cut().Answer("", HttpStatusCode.ServiceUnavailable, ("Retry-After", "7")).Answer("", HttpStatusCode.BadGateway).Answer(Bodies.Session);
        var started = host.Clock.GetUtcNow();

        var result = await host.Clock.RunAsync(host.Client.Sessions.TakeAsync("s1", cancellationToken: Token));

        result.IsAccepted.ShouldBeTrue();
        host.Desk.Sent.Count.ShouldBe(4);
        host.Desk.Sent.Select(sent => sent.Header("Idempotency-Key")).Distinct().ShouldHaveSingleItem().ShouldNotBeNullOrEmpty();
        (host.Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Commands_OneAfterTheOther_HaveKeysOfTheirOwn()
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Response(HttpStatusCode.OK, Bodies.Session, []));

        await host.Client.Sessions.TakeAsync("s1", cancellationToken: Token);
        await host.Client.Sessions.TakeAsync("s1", cancellationToken: Token);

        host.Desk.Sent.Select(sent => sent.Header("Idempotency-Key")).ShouldBeUnique();
    }

    [Fact]
    public async Task Command_NeverAnswered_ThrowsThatItMayHaveBeenReceived()
    {
        await using var host = new DeskHost();
        host.Desk.Cut().Cut().Cut().Cut();

        var exception = await Should.ThrowAsync<SupportConnectionException>(() => host.Clock.RunAsync(host.Client.Sessions.CloseAsync("s1", cancellationToken: Token)));

        exception.MayHaveBeenReceived.ShouldBeTrue();
        exception.Operation.ShouldBe("service-desk.sessions.close");
    }

    [Fact]
    public async Task Command_TooManyRequests_WaitsAsLongAsTheServerSays()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry).Answer("", HttpStatusCode.TooManyRequests, ("Retry-After", "20")).Answer(Bodies.EndUserSession);
        var session = (await host.EndUsers.EnterWithPinAsync("123456", Token)).ValueOrThrow();
        var started = host.Clock.GetUtcNow();

        var result = await host.Clock.RunAsync(session.GrantAsync("r1", "pc", cancellationToken: Token));

        result.IsAccepted.ShouldBeTrue();
        (host.Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        host.Desk.Sent.Skip(1).Select(sent => sent.Header("Idempotency-Key")).Distinct().ShouldHaveSingleItem();
    }
}
