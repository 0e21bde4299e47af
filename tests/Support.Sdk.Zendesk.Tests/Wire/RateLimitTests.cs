namespace Support.Sdk.Zendesk.Tests;

public sealed class RateLimitTests
{
    private const string Tickets = """{"tickets":[]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ratelimit-remaining", "ratelimit-reset")]
    [InlineData("rate-limit-remaining", "rate-limit-reset")]
    public async Task Call_WithTheAccountExhausted_WaitsForTheReset(string remaining, string reset)
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Tickets, HttpStatusCode.OK, (remaining, "0"), (reset, "20")).Answer(Tickets);
        var begin = host.Clock.GetUtcNow();

        await host.Client.Tickets.ShowManyAsync([1], Ct);
        await host.Clock.RunAsync(host.Client.Tickets.ShowManyAsync([2], Ct));

        (host.Clock.GetUtcNow() - begin).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Call_WithABucketExhausted_LetsTheOthersPass()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Tickets, HttpStatusCode.OK, ("Zendesk-RateLimit-Tickets-Index", "total=100; remaining=0; resets=41")).Answer(Tickets).Answer(Tickets);
        var begin = host.Clock.GetUtcNow();

        await host.Client.Tickets.List().ToListAsync(Ct);
        await host.Client.Tickets.ShowManyAsync([1], Ct);
        host.Clock.GetUtcNow().ShouldBe(begin);
        await host.Clock.RunAsync(host.Client.Tickets.List().ToListAsync(Ct).AsTask());

        (host.Clock.GetUtcNow() - begin).ShouldBe(TimeSpan.FromSeconds(41));
    }

    [Theory]
    [InlineData("X-Rate-Limit-Remaining", "0")]
    [InlineData("ratelimit-remaining", "minus one")]
    [InlineData("zendesk-ratelimit-tickets-index", "nonsense; remaining=; ==")]
    public async Task Call_AfterHeadersThatSayNoEnd_IsNotHeldBack(string name, string value)
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Tickets, HttpStatusCode.OK, (name, value)).Answer(Tickets);

        await host.Client.Tickets.List().ToListAsync(Ct);
        await host.Client.Tickets.List().ToListAsync(Ct);

        host.Zendesk.Sent.Count.ShouldBe(2);
    }
}
