using Support.Sdk.Sessions;
using Support.Sdk.Tests;

namespace Support.Sdk.ServiceDesk.Tests.EndUsers;

public sealed class EndUserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-04")]
    public async Task Enter_WithThePin_GivesTheSessionAndKeepsTheTicket()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry).Answer(Bodies.EndUserSession);

        var entered = (await host.EndUsers.EnterWithPinAsync("918273", Token)).ValueOrThrow();
        await entered.GetAsync(Token);

        entered.Session.Access.ShouldBe(SessionAccessStatus.Requested);
        entered.Ticket.ShouldBe(Bodies.Ticket);
        var (entering, asking) = (host.Desk.Sent.First(), host.Desk.Sent.Last());
        $"{entering.Method} {entering.PathAndQuery} {entering.Body}".ShouldBe("""POST /service-desk/end-user/enter {"pin":"918273"}""");
        entering.Header("Authorization").ShouldBeNull();
        $"{asking.Method} {asking.PathAndQuery}".ShouldBe("GET /service-desk/end-user/session");
        asking.Header("Authorization").ShouldBe($"SupportSession {Bodies.Ticket}");
    }

    [Fact]
    public async Task Enter_WithTheLink_SendsItsToken()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry);

        await host.EndUsers.EnterWithLinkAsync("abc", Token);

        host.Desk.Sent.ShouldHaveSingleItem().Body.ShouldBe("""{"link":"abc"}""");
    }

    [Fact]
    public async Task Enter_AfterTooManyGuesses_ThrowsAtOnceAndHoldsBackNobodyWhoIsIn()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry).Then(_ =>
        {
            var answer = FakeDesk.Refusal(HttpStatusCode.TooManyRequests, "service-desk.too-many-guesses");
            answer.Headers.Add("Retry-After", "600");
            return answer;
        }).Answer(Bodies.EndUserSession);
        var entered = (await host.EndUsers.EnterWithPinAsync("918273", Token)).ValueOrThrow();

        var limited = await Should.ThrowAsync<SupportRequestException>(() => host.EndUsers.EnterWithPinAsync("000000", Token));
        var held = await Should.ThrowAsync<SupportConnectionException>(() => host.EndUsers.EnterWithPinAsync("000001", Token));

        limited.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        held.Failure.ShouldBe(ConnectionFailure.RateLimited);
        held.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        (await entered.GetAsync(Token)).IsAccepted.ShouldBeTrue();
        host.Desk.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Enter_WithoutAnAnswer_IsNotRepeated()
    {
        await using var host = new DeskHost();
        host.Desk.Cut();

        await Should.ThrowAsync<SupportConnectionException>(() => host.EndUsers.EnterWithPinAsync("918273", Token));

        host.Desk.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("launch", """{"deviceId":"pc"}""")]
    [InlineData("grant", """{"requestId":"r1","deviceId":"pc"}""")]
    [InlineData("reject", """{"requestId":"r1","deviceId":"pc"}""")]
    [InlineData("stop", """{"deviceId":"pc"}""")]
    [InlineData("leave", """{"deviceId":"pc"}""")]
    [Requirement("SES-05")]
    public async Task Command_OfTheEndUser_IsTheRequestOfTheContract(string command, string body)
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry).Answer(Bodies.EndUserSession);
        var entered = (await host.EndUsers.EnterWithPinAsync("918273", Token)).ValueOrThrow();

        var result = command switch
        {
            "launch" => await entered.LaunchAsync("pc", cancellationToken: Token),
            "grant" => await entered.GrantAsync("r1", "pc", cancellationToken: Token),
            "reject" => await entered.RejectAsync("r1", "pc", cancellationToken: Token),
            "stop" => await entered.StopAsync("pc", cancellationToken: Token),
            _ => await entered.LeaveAsync("pc", cancellationToken: Token),
        };

        result.ValueOrThrow().RequestId.ShouldBe("r1");
        var sent = host.Desk.Sent.Last();
        $"{sent.Method} {sent.PathAndQuery}".ShouldBe($"POST /service-desk/end-user/{command}");
        sent.Body.ShouldBe(body);
        sent.Header("Authorization").ShouldBe($"SupportSession {Bodies.Ticket}");
        sent.Header("Idempotency-Key").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Resume_WithATicket_GoesOnWithTheSession()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.EndUserSession);

        var entered = (await host.EndUsers.ResumeAsync(Bodies.Ticket, Token)).ValueOrThrow();

        entered.Session.Id.ShouldBe("s1");
        host.Desk.Sent.ShouldHaveSingleItem().Header("Authorization").ShouldBe($"SupportSession {Bodies.Ticket}");
        await Should.ThrowAsync<ArgumentException>(() => host.EndUsers.ResumeAsync("no\r\nticket", Token));
    }

    [Fact]
    public async Task Ticket_NoLongerTaken_IsAnExceptionAndNotTriedAgain()
    {
        await using var host = new DeskHost();
        host.Desk.Refuse(HttpStatusCode.Unauthorized, "service-desk.unauthorized");

        var exception = await Should.ThrowAsync<SupportRequestException>(() => host.EndUsers.ResumeAsync(Bodies.Ticket, Token));

        exception.Kind.ShouldBe(Failures.FailureKind.Reauthorization);
        host.Desk.Sent.Count.ShouldBe(1);
    }
}
