using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Zendesk;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskTicketUpdateTests
{
    [Fact]
    public async Task Update_PublicCommentAndStatus_AnswersTicketAndAudit()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.UpdateAsync("""
            {"comment":{"html_body":"<p>Hi &amp; bye</p>","public":true},"status":"pending","custom_fields":[{"id":360001234,"value":"gold"}],
             "metadata":{"operation":"op-1"}}
            """);

        answer.Status.ShouldBe(200);
        ((string?)answer["ticket"]["status"]).ShouldBe("pending");
        var types = answer["audit"]["events"]!.AsArray().Select(one => (string?)one!["type"]).ToList();
        types.ShouldBe(["Comment", "Change", "Change", "Notification"]);
        ((string?)answer["audit"]["metadata"]!["custom"]!["operation"]).ShouldBe("op-1");
        var comment = fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation()[^1];
        comment.Body.ShouldBe("Hi & bye");
        comment.AuthorId.ShouldBe(fixture.Agent.Id);
    }

    [Fact]
    public async Task Update_StatusChange_AuditNamesBothValues()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.UpdateAsync("""{"status":"open"}""");
        var change = answer["audit"]["events"]!.AsArray().Single()!;
        ((string?)change["field_name"]).ShouldBe("status");
        ((string?)change["previous_value"]).ShouldBe("new");
        ((string?)change["value"]).ShouldBe("open");
    }

    [Fact]
    public async Task Update_WithoutAnyChange_MakesNoEventAndKeepsUpdatedAt()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        var answer = await fixture.UpdateAsync("""{"subject":"Printer on fire"}""");
        answer.Status.ShouldBe(200);
        answer.Json.ContainsKey("audit").ShouldBeFalse();
        fixture.Zendesk.Ticket(fixture.Ticket.Id).UpdatedAt.ShouldBe(fixture.Ticket.UpdatedAt);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("\"true\"")]
    public async Task Update_SafeUpdateWithOldStamp_ConflictsAndChangesNothing(string safeUpdate)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var stamp = fixture.Ticket.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var change = $$"""{"comment":{"body":"Hi","public":true},"safe_update":{{safeUpdate}},"updated_stamp":"{{stamp}}"}""";

        (await fixture.UpdateAsync(change)).Status.ShouldBe(200);
        var second = await fixture.UpdateAsync(change);

        second.Status.ShouldBe(409);
        second.Error.ShouldBe("UpdateConflict");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Conversation().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Update_SafeUpdateWithoutStamp_Conflicts()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        (await fixture.UpdateAsync("""{"status":"open","safe_update":true}""")).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Update_ClosedTicket_Refuses422()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.CloseTicket(fixture.Ticket.Id);
        var answer = await fixture.UpdateAsync("""{"comment":{"body":"Hi","public":true}}""");
        answer.Status.ShouldBe(422);
        JsonNode.DeepEquals(answer.Json, JsonNode.Parse("""
            {"error":"RecordInvalid","description":"Record validation errors","details":{"status":[{"description":"closed prevents ticket update"}]}}
            """)).ShouldBeTrue(answer.Text);
    }

    [Fact]
    public async Task Update_StatusClosed_IsTerminal()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        (await fixture.UpdateAsync("""{"status":"closed"}""")).Status.ShouldBe(200);
        (await fixture.UpdateAsync("""{"status":"open"}""")).Status.ShouldBe(422);
        (await fixture.SendAsync("PUT", $"api/v2/tickets/{fixture.Ticket.Id}/tags", """{"tags":["vip"]}""")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Update_OneInvalidProperty_ChangesNothing()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.UpdateAsync("""{"comment":{"body":"Hi"},"status":"asleep","priority":"mild"}""");
        answer.Status.ShouldBe(422);
        answer["details"].AsObject().Select(field => field.Key).ShouldBe(["priority", "status"], ignoreOrder: true);
        var ticket = fixture.Zendesk.Ticket(fixture.Ticket.Id);
        ticket.Conversation().Count.ShouldBe(1);
        ticket.Status.ShouldBe("new");
    }

    [Fact]
    public async Task Update_CommentsExhausted_Refuses422()
    {
        await using var fixture = await ZendeskFixture.StartAsync(options => options.CommentsPerTicket = 2);
        (await fixture.UpdateAsync("""{"comment":{"body":"two"}}""")).Status.ShouldBe(200);
        (await fixture.UpdateAsync("""{"comment":{"body":"three"}}""")).Status.ShouldBe(422);
        (await fixture.UpdateAsync("""{"status":"open"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Update_EmailCcsAndFollowers_AreDeltas()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync($$"""
            {"email_ccs":[{"user_email":"new@example.com","user_name":"Nina New","action":"put"}],"followers":[{"user_id":"{{fixture.Agent.Id}}","action":"put"}]}
            """);
        var ticket = fixture.Zendesk.Ticket(fixture.Ticket.Id);
        ticket.FollowerIds.ShouldBe([fixture.Agent.Id]);
        ticket.EmailCcIds.Count.ShouldBe(1);

        var ccs = await fixture.GetAsync($"api/v2/tickets/{ticket.Id}/email_ccs");
        ((string?)ccs["users"][0]!["name"]).ShouldBe("Nina New");
        await fixture.UpdateAsync("""{"email_ccs":[{"user_email":"NEW@example.com","action":"delete"}]}""");
        fixture.Zendesk.Ticket(ticket.Id).EmailCcIds.ShouldBeEmpty();
        fixture.Zendesk.Ticket(ticket.Id).FollowerIds.ShouldBe([fixture.Agent.Id]);
    }

    [Fact]
    public async Task Update_FollowerWhoIsNoAgent_Refuses422()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.UpdateAsync($$"""{"followers":[{"user_id":{{fixture.Customer.Id}},"action":"put"}]}""");
        answer.Status.ShouldBe(422);
    }

    [Fact]
    public async Task Update_CcsAndFollowersOff_IgnoresThem()
    {
        await using var fixture = await ZendeskFixture.StartAsync(options => options.CcsAndFollowers = false);
        (await fixture.UpdateAsync("""{"email_ccs":[{"user_email":"new@example.com","action":"put"}]}""")).Status.ShouldBe(200);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).CollaboratorIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Update_Collaborators_TakesIdsAddressesAndObjects()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync($$"""{"collaborators":[{{fixture.Agent.Id}},"b@example.com",{"name":"Cees","email":"c@example.com"}]}""");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).CollaboratorIds.Count.ShouldBe(3);
        await fixture.UpdateAsync("""{"additional_collaborators":["d@example.com"]}""");
        var users = await fixture.GetAsync($"api/v2/tickets/{fixture.Ticket.Id}/collaborators");
        users["users"].AsArray().Select(user => (string?)user!["email"])
            .ShouldBe(["ada@example.com", "b@example.com", "c@example.com", "d@example.com"], ignoreOrder: true);
    }

    [Fact]
    public async Task Tags_SetAddRemove_ChangeTheSet()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var path = $"api/v2/tickets/{fixture.Ticket.Id}/tags";
        (await fixture.SendAsync("POST", path, """{"tags":["b","a"]}""")).Status.ShouldBe(201);
        var added = await fixture.SendAsync("PUT", path, """{"tags":["VIP"]}""");
        added.Status.ShouldBe(200);
        (await fixture.SendAsync("DELETE", path, """{"tags":["a"]}""")).Status.ShouldBe(204);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Tags.ShouldBe(["b", "vip"]);
        (await fixture.UpdateAsync("""{"tags":["only"]}""")).Status.ShouldBe(200);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Tags.ShouldBe(["only"]);
        var stale = await fixture.SendAsync("PUT", path, """{"tags":["x"],"safe_update":"true","updated_stamp":"2020-01-01T00:00:00Z"}""");
        stale.Status.ShouldBe(409);
    }

    [Fact]
    public async Task UpdateMany_JobRunsByTheClock()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var second = fixture.Zendesk.AddTicket(fixture.Customer, "Second", assignee: fixture.Agent);
        fixture.Zendesk.CloseTicket(second.Id);
        var queued = await fixture.SendAsync("PUT", $"api/v2/tickets/update_many.json?ids={fixture.Ticket.Id},{second.Id},999", """{"ticket":{"additional_tags":["vip"]}}""");
        queued.Status.ShouldBe(200);
        ((string?)queued["job_status"]["status"]).ShouldBe("queued");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Tags.ShouldBeEmpty();

        var path = $"api/v2/job_statuses/{(string?)queued["job_status"]["id"]}.json";
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(1250));
        var working = await fixture.GetAsync(path);
        ((string?)working["job_status"]["status"]).ShouldBe("working");
        ((int?)working["job_status"]["progress"]).ShouldBe(1);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var done = await fixture.GetAsync(path);
        ((string?)done["job_status"]["status"]).ShouldBe("completed");
        done["job_status"]["results"]!.AsArray().Select(result => (bool?)result!["success"] ?? false).ShouldBe([true, false, false]);
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Tags.ShouldBe(["vip"]);
    }

    [Fact]
    public async Task Update_Async_Answers202AndIsDoneByAJob()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var path = $"api/v2/tickets/{fixture.Ticket.Id}?async=true";
        (await fixture.SendAsync("PUT", path, """{"ticket":{"status":"open"}}""")).Status.ShouldBe(202);
        var refused = await fixture.SendAsync("PUT", path, """{"ticket":{"status":"asleep"}}""");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Status.ShouldBe("new");
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Status.ShouldBe("open");
        var job = await fixture.GetAsync($"api/v2/job_statuses/{(string)refused["job_status"]["id"]!}");
        ((bool?)job["job_status"]["results"]![0]!["success"]).ShouldBe(false);
    }

    [Fact]
    public async Task UpdateMany_Batch_IsAlwaysSafe()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var job = await fixture.SendAsync("PUT", "api/v2/tickets/update_many", $$"""{"tickets":[{"id":{{fixture.Ticket.Id}},"status":"open"}]}""");
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        var done = await fixture.GetAsync($"api/v2/job_statuses/{(string)job["job_status"]["id"]!}");
        ((string?)done["job_status"]["results"]![0]!["error"]).ShouldBe("UpdateConflict");
        fixture.Zendesk.Ticket(fixture.Ticket.Id).Status.ShouldBe("new");
    }

    [Fact]
    public async Task UpdateMany_BeyondTheJobLimit_Answers429TooManyJobs()
    {
        await using var fixture = await ZendeskFixture.StartAsync(options => options.RateLimits.ConcurrentJobs = 1);
        var path = $"api/v2/tickets/update_many?ids={fixture.Ticket.Id}";
        (await fixture.SendAsync("PUT", path, """{"ticket":{"status":"open"}}""")).Status.ShouldBe(200);
        var refused = await fixture.SendAsync("PUT", path, """{"ticket":{"status":"open"}}""");
        refused.Status.ShouldBe(429);
        refused.Error.ShouldBe("TooManyJobs");
        refused["current_job_ids"].AsArray().Count.ShouldBe(1);
    }
}
