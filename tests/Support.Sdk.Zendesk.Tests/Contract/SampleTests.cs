using System.Text.Json;
using Support.Sdk.Zendesk.Jobs;
using Support.Sdk.Zendesk.Search;
using Support.Sdk.Zendesk.Tickets;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>Every sample that touches these resources, read through the client.</summary>
public sealed class SampleTests : IAsyncDisposable
{
    private readonly ZendeskHost _host = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Show_OfTheDocumentedTicket_ReadsEveryProperty()
    {
        _host.Zendesk.Answer(Sample.Read("oas-ticket-show"));

        var ticket = await _host.Client.Tickets.ShowAsync(35436, Ct);

        ticket.Id.ShouldBe(35436);
        ticket.Status.ShouldBe(TicketStatus.Open);
        ticket.Type.ShouldBe(TicketType.Incident);
        ticket.Priority.ShouldBe(TicketPriority.High);
        ticket.Subject.ShouldBe("Help, my printer is on fire!");
        ticket.UpdatedAt.ShouldBe(new DateTimeOffset(2011, 5, 5, 10, 38, 52, TimeSpan.Zero));
        ticket.GeneratedTimestamp.ShouldBe(1304553600);
        ticket.CollaboratorIds.ShouldBe([35334, 234]);
        ticket.EmailCcIds.ShouldBeEmpty();
        ticket.CustomFields.Select(field => (field.Id, field.AsText())).ShouldBe([(27642, "745"), (27648, "yes")]);
        ticket.SatisfactionRating!.Score.ShouldBe("good");
        ticket.Via!.Channel.ShouldBe("web");
        ticket.Tags.ShouldBe(["enterprise", "other_tag"]);
        ticket.DueAt.ShouldBeNull();
        ticket.Further.ShouldBeEmpty();
    }

    [Fact]
    public async Task Show_OfARecordedTicket_KeepsListsNullsAndUnknownFields()
    {
        _host.Zendesk.Answer($$"""{"ticket":{{Sample.Read("justeat-testTicket")}}}""");

        var ticket = await _host.Client.Tickets.ShowAsync(18076817, Ct);

        ticket.Type.ShouldBeNull();
        ticket.Status.ShouldBe(TicketStatus.Solved);
        ticket.CustomFields[1].AsTexts().ShouldBe(["fd_1st_january", "fd_2nd_january"]);
        ticket.SatisfactionRating!.Id.ShouldBe(360233956797);
        ticket.Further.Keys.ShouldBe(["forum_topic_id", "satisfaction_probability"]);
    }

    [Fact]
    public async Task Update_OfTheDocumentedAnswer_GivesTicketAndAudit()
    {
        _host.Zendesk.Answer(Sample.Read("oas-ticket-update-response"));

        var result = await _host.Client.Tickets.UpdateAsync(35436, new TicketUpdate { Subject = "x" }, Ct);

        result.Ticket.CustomStatusId.ShouldBe(123);
        result.Audit!.Events.Count.ShouldBe(4);
        result.Audit.Events[0].ShouldBeOfType<CreateAuditEvent>().FieldName.ShouldBe("subject");
        result.Audit.Events[1].ShouldBeOfType<CommentAuditEvent>().Body.ShouldBe("The smoke is very colorful.");
    }

    [Fact]
    public async Task Comments_OfTheDocumentedAnswer_AreRead()
    {
        _host.Zendesk.Answer(Sample.Read("oas-ticket-comments"));

        var comment = (await _host.Client.TicketComments.List(1).ToListAsync(Ct)).ShouldHaveSingleItem();

        comment.Id.ShouldBe(1274);
        comment.Type.ShouldBe(CommentType.Comment);
        comment.Public.ShouldBe(true);
        comment.AuditId.ShouldBe(432567);
        comment.Attachments.ShouldHaveSingleItem().Size.ShouldBe(2532);
    }

    [Fact]
    public async Task Audits_OfTheDocumentedAnswer_AreReadByType()
    {
        _host.Zendesk.Answer(Sample.Read("oas-ticket-audits"));

        var audit = (await _host.Client.TicketAudits.List(666).ToListAsync(Ct)).ShouldHaveSingleItem();

        audit.Id.ShouldBe(2127301143);
        audit.Events[0].ShouldBeOfType<CommentAuditEvent>().Public.ShouldBe(false);
        var change = audit.Events[1].ShouldBeOfType<ChangeAuditEvent>();
        (change.FieldName, change.PreviousValue?.GetString(), change.Value?.GetString()).ShouldBe(("status", "new", "open"));
        change.Via!.Channel.ShouldBe("rule");
        audit.Events[2].ShouldBeOfType<ChangeAuditEvent>().Value!.Value.GetInt32().ShouldBe(123);
        audit.Metadata!.FindCustom("anything").ShouldBeNull();
    }

    [Fact]
    public async Task Audits_OfARecordedAnswer_AreRead()
    {
        _host.Zendesk.Answer(Sample.Read("justeat-ticketAuditMultiSearchOneResult"));

        var audit = (await _host.Client.TicketAudits.List(1588880).ToListAsync(Ct)).ShouldHaveSingleItem();

        audit.TicketId.ShouldBe(1588880);
        audit.Events.OfType<CreateAuditEvent>().Select(created => created.FieldName).ShouldBe(["requester_id", "subject", "ticket_form_id", "type", "24472982"]);
    }

    [Fact]
    public async Task Audits_WithAnUnknownEvent_KeepItWhole()
    {
        _host.Zendesk.Answer("""{"audits":[{"id":1,"metadata":{"custom":{"k":"v","n":null}},"events":[{"type":"Telepathy","id":9,"mind":{"open":true}},{"type":"Notification","recipients":[1]}]}]}""");

        var audit = (await _host.Client.TicketAudits.List(1).ToListAsync(Ct)).ShouldHaveSingleItem();

        var other = audit.Events[0].ShouldBeOfType<OtherAuditEvent>();
        (other.Type, other.Id).ShouldBe(("Telepathy", 9));
        other.Json.GetProperty("mind").GetProperty("open").GetBoolean().ShouldBeTrue();
        audit.Events[1].Type.ShouldBe("Notification");
        audit.Metadata!.FindCustom("k").ShouldBe("v");
        audit.Metadata.FindCustom("n").ShouldBeNull();
    }

    [Fact]
    public async Task Show_OfTheDocumentedUser_ReadsIt()
    {
        _host.Zendesk.Answer(Sample.Read("oas-user-full"));

        var user = await _host.Client.Users.ShowAsync(35436, Ct);

        user.Role.ShouldBe(UserRole.Agent);
        user.RoleType.ShouldBe(0);
        user.TicketRestriction.ShouldBe(TicketRestriction.Assigned);
        user.UserFields!["user_decimal"].GetDecimal().ShouldBe(5.1m);
        user.Suspended.ShouldBe(true);
        user.Further.ShouldContainKey("photo");
    }

    [Fact]
    public async Task Search_OfTheDocumentedAnswer_FollowsItsLink()
    {
        _host.Zendesk.Answer(Sample.Read("oas-search").Replace("foo.zendesk.com", "acme.zendesk.com", StringComparison.Ordinal)).Answer("""{"results":[],"next_page":null}""");

        var results = await _host.Client.Search.Find("type:Group hello").ToListAsync(Ct);

        results.Select(result => (result.ResultType, result.Id)).ShouldBe([(new SearchResultType("group"), 211L), (new SearchResultType("group"), 122L)]);
        results[0].AsTicket().ShouldBeNull();
        _host.Zendesk.Sent.Last().Address.OriginalString.ShouldEndWith("?query=%22type:Group%20hello%22&sort_by=created_at&sort_order=desc&page=2");
    }

    [Fact]
    public async Task SearchExport_OfTheDocumentedAnswer_GoesOnThroughAnEmptyPage()
    {
        _host.Zendesk.Answer(Sample.Read("oas-search-export").Replace("example.zendesk.com", "acme.zendesk.com", StringComparison.Ordinal))
            .Answer("""{"results":[{"result_type":"ticket","id":5,"status":"open"}],"meta":{"has_more":false},"links":{"next":null}}""");

        var results = await _host.Client.Search.Export(SearchResultType.Ticket, "hello").ToListAsync(Ct);

        results.ShouldHaveSingleItem().AsTicket()!.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public async Task Settings_OfTheDocumentedAnswer_AreRead()
    {
        _host.Zendesk.Answer(Sample.Read("oas-account-settings"));

        var settings = await _host.Client.Account.ShowSettingsAsync(Ct);

        settings.Limits!.AttachmentSize.ShouldBe(52428800);
        settings.Tickets!.FollowerAndEmailCcCollaborations.ShouldBe(false);
        settings.Tickets.CommentsPublicByDefault.ShouldBe(true);
        settings.Chat!.Integrated.ShouldBe(true);
        settings.Further.ShouldContainKey("api");
    }

    [Fact]
    public async Task Export_OfTheDocumentedAnswer_EndsWithTheStream()
    {
        _host.Zendesk.Answer(Sample.Read("oas-incremental-tickets-cursor"));

        var ticket = (await _host.Client.Tickets.Export(DateTimeOffset.UnixEpoch).ToListAsync(Ct)).ShouldHaveSingleItem();

        ticket.Id.ShouldBe(35436);
        _host.Zendesk.Sent.Single().PathAndQuery.ShouldBe("/api/v2/incremental/tickets/cursor?start_time=0");
    }

    [Theory]
    [InlineData("recorded-job-status-queued", "queued", 30, null, 0)]
    [InlineData("recorded-job-status-working", "working", 30, 17, 0)]
    [InlineData("recorded-job-status-completed", "completed", 30, 30, 30)]
    public async Task Job_OfARecordedExchange_IsRead(string sample, string state, int total, int? progress, int results)
    {
        _host.Zendesk.Answer(Sample.ReadRecordedBody(sample), HttpStatusCode.OK, Sample.ReadRecordedHeaders(sample));

        var job = await _host.Client.Jobs.ShowAsync("V3-eb3753c8075be0c165b61b89a50ea0aa", Ct);

        (job.Status, job.Total, job.Progress, job.Results.Count).ShouldBe((new JobState(state), total, progress, results));
        job.IsTerminal.ShouldBe(state == "completed");
        job.Results.ShouldAllBe(result => result.Success == true && result.Id > int.MaxValue);
    }

    [Theory]
    [InlineData("""{"id":7,"success":false,"error":"TicketUpdateFailed"}""", 1)]
    [InlineData("null", 0)]
    [InlineData("[]", 0)]
    public async Task JobResults_InEveryShape_AreRead(string results, int count)
    {
        _host.Zendesk.Answer($$$"""{"job_status":{"id":"x","status":"failed","results":{{{results}}}}}""");

        (await _host.Client.Jobs.ShowAsync("x", Ct)).Results.Count.ShouldBe(count);
    }

    [Fact]
    public async Task Page_OfTheRecordedFirstCursorPage_LeadsToTheNext()
    {
        var page = Sample.ReadRecordedBody("recorded-cursor-page-first")
            .Replace("\"organizations\"", "\"tickets\"", StringComparison.Ordinal).Replace("nodejsapi.", "acme.", StringComparison.Ordinal);
        _host.Zendesk.Answer(page)
            .Answer("""{"tickets":[],"meta":{"has_more":false,"after_cursor":null,"before_cursor":null},"links":{"prev":null,"next":null}}""");

        var pages = await _host.Client.Tickets.List(new() { PageSize = 1 }).AsPages(cancellationToken: Ct).ToListAsync(Ct);

        pages.Select(listed => listed.Items.Count).ShouldBe([1, 0]);
        _host.Zendesk.Sent.Last().Address.OriginalString.ShouldEndWith("page%5Bafter%5D=eyJvIjoiaWQiLCJ2IjoiYWZLN21nRUFBQUFBIn0%3D&page%5Bsize%5D=1");
    }

    [Fact]
    public async Task Show_WithoutTheTicket_IsUnreadable()
    {
        _host.Zendesk.Answer("{}");

        await Should.ThrowAsync<SupportContentException>(() => _host.Client.Tickets.ShowAsync(1, Ct));
    }

    [Fact]
    public async Task Show_WithUnknownWords_KeepsThem()
    {
        _host.Zendesk.Answer("""{"ticket":{"id":19442893058196,"status":"marinating","priority":7,"type":"","tags":null,"fields":[{"id":1,"value":null}]}}""");

        var ticket = await _host.Client.Tickets.ShowAsync(1, Ct);

        ticket.Id.ShouldBe(19442893058196);
        ticket.Status!.Value.Value.ShouldBe("marinating");
        ticket.Priority!.Value.Value.ShouldBe("7");
        ticket.Type.ShouldBe(default(TicketType));
        ticket.Tags.ShouldBeEmpty();
        ticket.Further["fields"].GetArrayLength().ShouldBe(1);
    }
}
