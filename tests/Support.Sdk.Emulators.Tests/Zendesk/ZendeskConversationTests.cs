using Shouldly;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskConversationTests
{
    [Fact]
    public async Task Comments_PrivateNote_IsSeenByAgentsOnly()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"comment":{"body":"internal","public":false}}""");
        await fixture.UpdateAsync("""{"comment":{"body":"answer","public":true}}""");

        var ticket = fixture.Zendesk.Ticket(fixture.Ticket.Id);
        ticket.Conversation(fixture.Agent).Select(comment => comment.Body).ShouldBe(["It burns.", "internal", "answer"]);
        ticket.Conversation(fixture.Customer).Select(comment => comment.Body).ShouldBe(["It burns.", "answer"]);

        var agents = await fixture.GetAsync($"api/v2/tickets/{ticket.Id}/comments");
        agents["comments"].AsArray().Select(comment => (bool)comment!["public"]!).ShouldBe([true, false, true]);
        using var customer = fixture.Client(fixture.Zendesk.CreateAccessToken(fixture.Customer).AccessToken);
        var customers = await fixture.GetAsync($"api/v2/requests/{ticket.Id}/comments", customer);
        customers["comments"].AsArray().Select(comment => (string?)comment!["body"]).ShouldBe(["It burns.", "answer"]);
    }

    [Fact]
    public async Task Requests_OfAnotherCustomer_AreNotFound()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var other = fixture.Zendesk.AddUser("Olga Other", "olga@example.com", Support.Sdk.Emulators.Zendesk.ZendeskRole.EndUser);
        using var client = fixture.Client(fixture.Zendesk.CreateAccessToken(other).AccessToken);
        (await fixture.GetAsync($"api/v2/requests/{fixture.Ticket.Id}", client)).Status.ShouldBe(404);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation(other).ShouldBeEmpty();
    }

    [Fact]
    public async Task Comments_WithoutPublic_FollowsTheFirstComment()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var silent = await fixture.CreateAsync("""{"comment":{"body":"internal","public":false}}""");
        await fixture.UpdateAsync("""{"comment":{"body":"more"}}""", (long)silent["ticket"]["id"]!);
        fixture.Zendesk.Ticket((long)silent["ticket"]["id"]!).Conversation()[^1].IsPublic.ShouldBeFalse();
        await fixture.UpdateAsync("""{"comment":{"body":"more"}}""");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation()[^1].IsPublic.ShouldBeTrue();
    }

    [Fact]
    public async Task Comments_CursorDescendingWithUsers_PagesToTheEnd()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"comment":{"body":"two"}}""");
        await fixture.UpdateAsync("""{"comment":{"body":"three"}}""");
        var path = $"api/v2/tickets/{fixture.Ticket.Id}/comments?page[size]=2&sort=-created_at&include=users";

        var first = await fixture.GetAsync(path);
        first["comments"].AsArray().Select(comment => (string?)comment!["body"]).ShouldBe(["three", "two"]);
        first["users"].AsArray().Count.ShouldBe(1);
        var second = await fixture.GetAsync((string)first["links"]["next"]!);
        second["comments"].AsArray().Select(comment => (string?)comment!["body"]).ShouldBe(["It burns."]);
        ((bool?)second["meta"]["has_more"]).ShouldBe(false);
    }

    [Fact]
    public async Task Audits_OfTicket_ShowCreateChangeCommentNotification()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"comment":{"body":"Hi","public":true},"status":"open","metadata":{"op":"42"},"email_ccs":[{"user_email":"cc@example.com"}]}""");
        var audits = await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}/audits?page[size]=100");
        var types = audits["audits"].AsArray().SelectMany(audit => audit!["events"]!.AsArray()).Select(one => (string)one!["type"]!).Distinct();
        types.ShouldBe(["Comment", "Create", "Change", "EmailCcChange", "Notification"], ignoreOrder: true);
        ((string?)audits["audits"][1]!["metadata"]!["custom"]!["op"]).ShouldBe("42");
        ((int?)(await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}/audits"))["count"]).ShouldBe(2);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Audits[1].CustomMetadata.ShouldBe("""{"op":"42"}""");
    }

    [Fact]
    public async Task Comment_AuthorId_IsTheNamedUser()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync($$"""{"comment":{"body":"by phone","author_id":{{fixture.Customer.Id}}} }""");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation()[^1].AuthorId.ShouldBe(fixture.Customer.Id);
        (await fixture.UpdateAsync("""{"comment":{"body":"x","author_id":1}}""")).Status.ShouldBe(422);
    }
}
