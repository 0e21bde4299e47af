using System.Text.Json.Nodes;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskTicketCreateTests
{
    private const string Ticket = """{"subject":"Help","comment":{"body":"Please"},"requester":{"name":"Nina New","email":"nina@example.com"}}""";

    [Fact]
    public async Task Create_NewRequester_Answers201WithLocation()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.CreateAsync(Ticket);
        answer.Status.ShouldBe(201);
        answer.Headers["Location"].ShouldBe((string?)answer["ticket"]["url"]);
        var user = await fixture.GetAsync($"api/v2/users/{(long)answer["ticket"]["requester_id"]!}");
        ((string?)user["user"]["name"]).ShouldBe("Nina New");
    }

    [Fact]
    public async Task Create_WithoutComment_Refuses422()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.CreateAsync("""{"subject":"Help"}""");
        answer.Status.ShouldBe(422);
        answer.Error.ShouldBe("RecordInvalid");
        fixture.Zendesk.Tickets().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Create_SameKeyAndBody_ReplaysTheFirstAnswer()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var first = await fixture.CreateAsync(Ticket, "key-1");
        var second = await fixture.CreateAsync(Ticket, "key-1");
        first.Headers["x-idempotency-lookup"].ShouldBe("miss");
        second.Headers["x-idempotency-lookup"].ShouldBe("hit");
        second.Status.ShouldBe(201);
        second.Text.ShouldBe(first.Text);
        fixture.Zendesk.Tickets().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Create_SameKeyOtherBody_Refuses400()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.CreateAsync(Ticket, "key-1");
        var answer = await fixture.CreateAsync("""{"comment":{"body":"Other"}}""", "key-1");
        answer.Status.ShouldBe(400);
        JsonNode.DeepEquals(answer.Json, JsonNode.Parse("""
            {"error":"IdempotentRequestError","description":"Request parameters don't match the given idempotency key"}
            """)).ShouldBeTrue(answer.Text);
    }

    [Fact]
    public async Task Create_KeyAfterTwoHours_IsForgotten()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.CreateAsync(Ticket, "key-1");
        fixture.Clock.Advance(TimeSpan.FromHours(2));
        (await fixture.CreateAsync(Ticket, "key-1")).Headers["x-idempotency-lookup"].ShouldBe("miss");
        fixture.Zendesk.Tickets().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Create_KeyTooLong_Refuses400()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        (await fixture.CreateAsync(Ticket, new string('k', 256))).Status.ShouldBe(400);
        (await fixture.CreateAsync(Ticket, new string('k', 255))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Create_FollowUpOfClosedTicket_LinksBoth()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"tags":["vip"]}""");
        fixture.Zendesk.CloseTicket(fixture.Ticket.Id);
        var answer = await fixture.CreateAsync($$"""{"via_followup_source_id":{{fixture.Ticket.Id}},"comment":{"body":"Again"} }""");
        answer["ticket"]["tags"]!.AsArray().Select(tag => (string?)tag).ShouldBe(["vip"]);
        var closed = await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}");
        closed["ticket"]["followup_ids"]!.AsArray().Select(id => (long)id!).ShouldBe([(long)answer["ticket"]["id"]!]);
    }
}
