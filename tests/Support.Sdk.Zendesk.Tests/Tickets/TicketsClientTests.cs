using System.Text.Json.Nodes;
using Support.Sdk.Failures;
using Support.Sdk.Zendesk.Tickets;

namespace Support.Sdk.Zendesk.Tests;

public sealed class TicketsClientTests
{
    private const string Updated = """{"ticket":{"id":1},"audit":{"id":2}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_WithAStamp_SendsBothHalvesOfASafeUpdate()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Updated);

        await host.Client.Tickets.UpdateAsync(1, new TicketUpdate { IfUnchangedSince = new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1)) }, Ct);

        host.Zendesk.Sent.Single().Body.ShouldBe("""{"ticket":{"safe_update":true,"updated_stamp":"2026-01-02T03:04:05Z"}}""");
    }

    [Fact]
    public async Task Update_WithoutAStamp_SendsNeitherHalf()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Updated);

        await host.Client.Tickets.UpdateAsync(1, new TicketUpdate { Subject = "x" }, Ct);

        host.Zendesk.Sent.Single().Body.ShouldBe("""{"ticket":{"subject":"x"}}""");
    }

    [Fact]
    public async Task Update_WithFurtherProperties_SendsThemAndNulls()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Updated);
        var update = new TicketUpdate { CustomFields = [CustomField.Of(5, (string?)null)] };
        update.Further["assignee_id"] = System.Text.Json.JsonDocument.Parse("null").RootElement;

        await host.Client.Tickets.UpdateAsync(1, update, Ct);

        host.Zendesk.Sent.Single().Body.ShouldBe("""{"ticket":{"custom_fields":[{"id":5,"value":null}],"assignee_id":null}}""");
    }

    [Fact]
    public async Task Update_WithACommentThatIsCut_IsNotRepeated()
    {
        await using var host = new ZendeskHost(options => Retrying(options));
        host.Zendesk.Cut().Answer(Updated);

        var failure = await Should.ThrowAsync<SupportConnectionException>(() => host.Clock.RunAsync(
            host.Client.Tickets.UpdateAsync(1, new TicketUpdate { Comment = NewComment.Text("x", isPublic: false) }, Ct)));

        failure.MayHaveBeenReceived.ShouldBeTrue();
        host.Zendesk.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_WithoutACommentThatIsCut_IsRepeated()
    {
        await using var host = new ZendeskHost(options => Retrying(options));
        host.Zendesk.Cut().Answer(Updated);

        await host.Clock.RunAsync(host.Client.Tickets.UpdateAsync(1, new TicketUpdate { Subject = "x" }, Ct));

        host.Zendesk.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_TurnedAwayByTheRateLimit_WaitsAndIsRepeatedEvenWithAComment()
    {
        await using var host = new ZendeskHost(options => Retrying(options));
        host.Zendesk.Answer("""{"error":"APIRateLimitExceeded"}""", HttpStatusCode.TooManyRequests, ("Retry-After", "7")).Answer(Updated);
        var begin = host.Clock.GetUtcNow();

        await host.Clock.RunAsync(host.Client.Tickets.UpdateAsync(1, new TicketUpdate { Comment = NewComment.Text("x", isPublic: true) }, Ct));

        (host.Clock.GetUtcNow() - begin).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        host.Zendesk.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_OfAStaleTicket_IsAConflict()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("""{"error":"UpdateConflict","description":"Safe Update prevented the update due to outdated ticket data."}""", HttpStatusCode.Conflict);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Tickets.UpdateAsync(1, new TicketUpdate { IfUnchangedSince = host.Clock.GetUtcNow() }, Ct));

        (failure.Kind, failure.VendorCode).ShouldBe((FailureKind.Conflict, "UpdateConflict"));
    }

    [Fact]
    public async Task Create_WhoseAnswerIsCut_IsRepeatedWithTheSameKey()
    {
        await using var host = new ZendeskHost(options => Retrying(options));
        host.Zendesk.Cut().Answer(Updated, HttpStatusCode.Created, ("x-idempotency-lookup", "hit"));

        var result = await host.Clock.RunAsync(host.Client.Tickets.CreateAsync(new TicketCreate(NewComment.Text("x", isPublic: true)), "order-7", Ct));

        result.WasReplayed.ShouldBeTrue();
        host.Zendesk.Sent.Select(sent => sent.Headers["Idempotency-Key"]).ShouldBe(["order-7", "order-7"]);
    }

    [Fact]
    public async Task Create_WithTooLongAKey_IsRefusedBeforeItIsSent()
    {
        await using var host = new ZendeskHost();

        await Should.ThrowAsync<ArgumentException>(() => host.Client.Tickets.CreateAsync(new TicketCreate(NewComment.Text("x", isPublic: true)), new string('k', 256), Ct));
    }

    [Fact]
    public async Task UpdateMany_OfEachItsOwn_SendsSafeUpdates()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("""{"job_status":{"id":"x","status":"queued"}}""");

        await host.Client.Tickets.UpdateManyAsync([new TicketBatchUpdate(5, DateTimeOffset.UnixEpoch) { Status = TicketStatus.Open }], Ct);

        var ticket = JsonNode.Parse(host.Zendesk.Sent.Single().Body!)!["tickets"]![0]!;
        ticket["id"]!.GetValue<long>().ShouldBe(5);
        ticket["safe_update"]!.GetValue<bool>().ShouldBeTrue();
        ticket["updated_stamp"]!.GetValue<string>().ShouldBe("1970-01-01T00:00:00Z");
    }

    [Fact]
    public async Task UpdateMany_WithMoreThanAHundredIds_IsRefused()
    {
        await using var host = new ZendeskHost();

        (await Should.ThrowAsync<ArgumentException>(() => host.Client.Tickets.UpdateManyAsync(Enumerable.Range(1, 101).Select(id => (long)id), new TicketUpdate(), Ct)))
            .ParamName.ShouldBe("ticketIds");
    }

    [Fact]
    public async Task UpdateMany_WithOneStampForSeveral_IsRefused()
    {
        await using var host = new ZendeskHost();

        (await Should.ThrowAsync<ArgumentException>(() => host.Client.Tickets.UpdateManyAsync([1, 2], new TicketUpdate { IfUnchangedSince = host.Clock.GetUtcNow() }, Ct)))
            .ParamName.ShouldBe("update");
    }

    [Fact]
    public async Task RemoveTags_Always_SendsADeleteWithABody()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("", HttpStatusCode.NoContent);

        await host.Client.TicketTags.RemoveAsync(1, ["vip"], cancellationToken: Ct);

        var sent = host.Zendesk.Sent.Single();
        (sent.Method, sent.Body).ShouldBe((HttpMethod.Delete, """{"tags":["vip"]}"""));
    }

    [Fact]
    public async Task ListWithAuthors_OfComments_JoinsThem()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("""{"comments":[{"id":1,"author_id":7},{"id":2,"author_id":-1}],"users":[{"id":7,"name":"Ada"}],"meta":{"has_more":false}}""");

        var comments = await host.Client.TicketComments.ListWithAuthors(1, new() { NewestFirst = true }).ToListAsync(Ct);

        comments.Select(comment => comment.Author?.Name).ShouldBe(["Ada", null]);
        host.Zendesk.Sent.Single().PathAndQuery.ShouldBe("/api/v2/tickets/1/comments?page[size]=100&sort=-created_at&include=users");
    }

    private static void Retrying(ZendeskOptions options)
    {
        options.AccessToken = ZendeskHost.Token;
        options.Http.MaxRetries = 3;
    }
}
