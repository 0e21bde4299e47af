using Support.Sdk.Failures;
using Support.Sdk.WorkItems;
using static Support.Sdk.Zendesk.Tests.FakeTicket;

namespace Support.Sdk.Zendesk.Tests;

public sealed class ZendeskWorkItemsTests : IAsyncDisposable
{
    private static readonly WorkItemRef Item = new("zendesk", "", "35436");
    private readonly ZendeskHost _host = new();
    private readonly FakeTicket _ticket;

    public ZendeskWorkItemsTests() => _ticket = new FakeTicket(_host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Find_OfATicket_GivesIt() =>
        (await _host.WorkItems.FindAsync(Item, Ct)).ShouldBe(new WorkItem(Item, "Printer", WorkItemStatus.Open, "20978392"));

    [Fact]
    public async Task Find_OfAMissingTicket_GivesNothing()
    {
        _host.Zendesk.Answer("""{"error":"RecordNotFound","description":"Not found"}""", HttpStatusCode.NotFound);

        (await _host.WorkItems.FindAsync(Item, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Comment_ForTheFirstTime_IsWrittenWithStatusAndKey()
    {
        (await CommentAsync(status: WorkItemStatus.Pending)).ShouldBe(CommentResult.Written);

        var comment = _ticket.Comments.ShouldHaveSingleItem();
        comment.ToJsonString().ShouldBe("""{"body":"Join here","public":true}""");
        _ticket.Status.ShouldBe("pending");
    }

    [Fact]
    public async Task Comment_AskedForTwice_IsWrittenOnce()
    {
        await CommentAsync();
        _ticket.Touch();

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        _ticket.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Comment_WithAnotherKey_IsWrittenToo()
    {
        await CommentAsync();

        await CommentAsync(key: "key-2");

        _ticket.Comments.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(nameof(Fault.CutAfter))]
    [InlineData(nameof(Fault.CutBefore))]
    [InlineData(nameof(Fault.ServerError))]
    [InlineData(nameof(Fault.Unreadable))]
    public async Task Comment_WhoseAnswerIsLost_IsWrittenOnceInTheSameCall(string fault)
    {
        _ticket.Faults.Enqueue(Enum.Parse<Fault>(fault));

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        _ticket.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Comment_AfterACrashBehindTheCommit_IsNotWrittenAgain()
    {
        // The process died between the commit and its own note of it; audits fill several pages by then.
        _ticket.AuditPageSize = 2;
        _ticket.Touch();
        _ticket.Touch("key-1");
        _ticket.Touch();
        _ticket.Touch();
        _ticket.Touch();

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        _ticket.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Comment_WithTheKeyInAnAuditBeforeItWasAskedFor_IsWritten()
    {
        _ticket.Touch("key-1", _host.Clock.GetUtcNow() - TimeSpan.FromHours(1));

        await CommentAsync();

        _ticket.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Comment_OnATicketUntouchedSince_SavesTheLookAtItsHistory()
    {
        _ticket.UpdatedAt = _host.Clock.GetUtcNow() - TimeSpan.FromDays(2);

        await CommentAsync();

        _host.Zendesk.Sent.Select(sent => sent.Method.Method).ShouldBe(["GET", "PUT"]);
    }

    [Fact]
    public async Task Comment_WhileOthersChangeTheTicket_TriesAgainOnWhatIsThere()
    {
        Repeat(Fault.TouchedMeanwhile, 4);

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        (_ticket.Comments.Count, _ticket.Writes).ShouldBe((1, 5));
    }

    [Fact]
    public async Task Comment_InAStormOfChanges_GivesUpWithTheConflict()
    {
        Repeat(Fault.TouchedMeanwhile, 9);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => CommentAsync());

        (failure.Kind, _ticket.Writes, _ticket.Comments.Count).ShouldBe((FailureKind.Conflict, 5, 0));
    }

    [Fact]
    public async Task Comment_WhileAnswersKeepGettingLost_GivesUpWithTheFault()
    {
        Repeat(Fault.CutBefore, 9);

        var failure = await Should.ThrowAsync<SupportConnectionException>(() => CommentAsync());

        (failure.Kind, _ticket.Writes, _ticket.Comments.Count).ShouldBe((FailureKind.Transient, 3, 0));
    }

    [Fact]
    public async Task Comment_ThatEarlierWriteOvertakes_IsWrittenOnce()
    {
        // An earlier attempt commits between our look and our write: the stamp is stale, and the next look finds it.
        _host.Zendesk.Then(_ => FakeZendesk.Response(HttpStatusCode.OK, """{"ticket":{"id":35436,"status":"open","updated_at":"2026-03-02T08:59:59Z"}}"""));
        _host.Zendesk.Then(_ =>
        {
            _ticket.Touch("key-1");
            return FakeZendesk.Response(HttpStatusCode.OK, """{"audits":[],"meta":{"has_more":false}}""");
        });

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        (_ticket.Comments.Count, _ticket.Writes).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Comment_OnAClosedTicket_IsRejected()
    {
        _ticket.Status = "closed";

        (await CommentAsync()).Rejection.ShouldBe(CommentRejection.Closed);

        _ticket.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Comment_OnATicketClosedSinceItWasWritten_StandsWritten()
    {
        await CommentAsync();
        _ticket.Status = "closed";

        (await CommentAsync()).ShouldBe(CommentResult.Written);
    }

    [Theory]
    [InlineData(nameof(Fault.ClosedMeanwhile), CommentRejection.Closed, "closed prevents ticket update")]
    [InlineData(nameof(Fault.Refuse), CommentRejection.Refused, "not yours")]
    public async Task Comment_ThatIsRefused_SaysWhy(string fault, CommentRejection rejection, string detail)
    {
        _ticket.Faults.Enqueue(Enum.Parse<Fault>(fault));

        var result = await CommentAsync();

        result.Rejection.ShouldBe(rejection);
        result.Detail.ShouldContain(detail);
    }

    [Fact]
    public async Task Comment_OnAMissingTicket_IsRejected()
    {
        _host.Zendesk.Answer("""{"error":"RecordNotFound","description":"Not found"}""", HttpStatusCode.NotFound);

        (await CommentAsync()).Rejection.ShouldBe(CommentRejection.NotFound);
    }

    [Fact]
    public async Task Comment_WithCredentialsThatAreNotTaken_Throws()
    {
        _host.Zendesk.Answer("""{"error":"Couldn't authenticate you"}""", HttpStatusCode.Unauthorized);

        ((IVendorFailure)await Should.ThrowAsync<SupportRequestException>(() => CommentAsync())).Kind.ShouldBe(FailureKind.Reauthorization);
    }

    [Theory]
    [InlineData("salesforce", "1")]
    [InlineData("zendesk", "abc")]
    public async Task Find_OfWhatIsNoTicket_IsRefused(string system, string id) =>
        (await Should.ThrowAsync<ArgumentException>(async () => await _host.WorkItems.FindAsync(new WorkItemRef(system, "", id), Ct))).ParamName.ShouldBe("workItem");

    [Fact]
    public async Task Find_InAnUnknownAccount_NamesTheRemedy() =>
        (await Should.ThrowAsync<InvalidOperationException>(async () => await _host.WorkItems.FindAsync(new WorkItemRef("zendesk", "nowhere", "1"), Ct)))
            .Message.ShouldContain("AddZendesk(\"nowhere\"");

    private void Repeat(Fault fault, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ticket.Faults.Enqueue(fault);
        }
    }

    private Task<CommentResult> CommentAsync(string key = "key-1", WorkItemStatus? status = null) => _host.WorkItems
        .CommentAsync(Item, new WorkItemComment(key, "Join here", IsPublic: true, status, _host.Clock.GetUtcNow() - TimeSpan.FromMinutes(1)), Ct).AsTask();
}
