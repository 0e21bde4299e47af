using Shouldly;
using Support.Sdk.Emulators.Faults;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskFaultTests
{
    private const string Path = "/api/v2/tickets/{id}";
    private const string Comment = """{"comment":{"body":"Hi","public":true}}""";

    [Fact]
    public async Task Update_CutBeforeCommit_LeavesNoComment()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).CutBeforeCommit();
        await Should.ThrowAsync<HttpRequestException>(() => fixture.UpdateAsync(Comment));
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_CutAfterCommit_LeavesTheComment()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).CutAfterCommit();
        await Should.ThrowAsync<HttpRequestException>(() => fixture.UpdateAsync(Comment));
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_BlindRepeatAfterCut_AddsTheCommentTwice()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).CutAfterCommit();
        await Should.ThrowAsync<HttpRequestException>(() => fixture.UpdateAsync(Comment));
        await fixture.UpdateAsync(Comment);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Update_Respond_AnswersTheStatusAndDoesNothing(int status)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).Respond(status, RetryAfter.Seconds(7));
        var answer = await fixture.UpdateAsync(Comment);
        answer.Status.ShouldBe(status);
        answer.Headers["Retry-After"].ShouldBe("7");
        answer.Text.ShouldNotBeEmpty();
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_RespondAfterCommit_AnswersErrorButKeepsTheComment()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).RespondAfterCommit(502);
        (await fixture.UpdateAsync(Comment)).Status.ShouldBe(502);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_MalformedBody_IsNoJson()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).MalformBody();
        await Should.ThrowAsync<System.Text.Json.JsonException>(() => fixture.UpdateAsync(Comment));
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_WrongContentType_IsHtml()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).WrongContentType(body: "<html/>");
        var answer = await fixture.UpdateAsync(Comment);
        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe("<html/>");
    }

    [Fact]
    public async Task Update_Delay_WaitsForTheClock()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("PUT", Path).Delay(TimeSpan.FromSeconds(30));
        var update = fixture.UpdateAsync(Comment);
        while (!fixture.Clock.DueTimes.Contains(fixture.Clock.GetUtcNow() + TimeSpan.FromSeconds(30)))
        {
            ZendeskFixture.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        update.IsCompleted.ShouldBeFalse();
        fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        (await update).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Create_CutAfterCommitWithKey_RepeatsAsTheSameTicket()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.Faults.On("POST", "/api/v2/tickets.json").CutAfterCommit();
        await Should.ThrowAsync<HttpRequestException>(() => fixture.CreateAsync(Comment, "key"));
        var repeated = await fixture.CreateAsync(Comment, "key");
        repeated.Headers["x-idempotency-lookup"].ShouldBe("hit");
        fixture.Zendesk.Tickets().Count.ShouldBe(2);
    }
}
