using Support.Sdk.Failures;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Salesforce.Tests;

public sealed class SalesforceWorkItemsTests : IAsyncDisposable
{
    private static readonly WorkItemRef Item = new(WorkItemRef.Salesforce, "", FakeOrg.Case);
    private readonly SalesforceHost _host = new();
    private readonly FakeOrg _org;

    public SalesforceWorkItemsTests() => _org = new FakeOrg(_host.Salesforce);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Find_OfACase_GivesItWithItsContact() =>
        (await _host.WorkItems.FindAsync(Item, Ct)).ShouldBe(new WorkItem(Item, "Printer", default, FakeOrg.Contact));

    [Fact]
    public async Task Find_OfWhatTheUserMaySeeNot_GivesNothing()
    {
        _org.Records.Clear();

        (await _host.WorkItems.FindAsync(Item, Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Find_OfALead_IsClosedOnceItIsConverted(string isConverted, bool isClosed)
    {
        var id = RecordId.Parse("00Q3000000D8cuI").Value;
        _org.Records["Lead/" + id] = $$"""{"Id":"{{id}}","Name":"Ada","IsConverted":{{isConverted}}}""";

        var found = await _host.WorkItems.FindAsync(new WorkItemRef(WorkItemRef.Salesforce, "", id), Ct);

        (found!.Status == WorkItemStatus.Closed).ShouldBe(isClosed);
    }

    [Fact]
    public async Task Find_OfAnObjectOfTheOrgsOwn_ReadsItsNameByTheDescribe()
    {
        var id = RecordId.Parse("a0B3000000D8cuI").Value;
        _host.Salesforce.Answer("""{"sobjects":[{"name":"Visit__c","keyPrefix":"a0B"}]}""");
        _host.Salesforce.Answer("""{"name":"Visit__c","fields":[{"name":"Id"},{"name":"Name"}]}""");
        _org.Records["Visit__c/" + id] = """{"Name":"V-0042"}""";

        (await _host.WorkItems.FindAsync(new WorkItemRef(WorkItemRef.Salesforce, "", id), Ct))!.Subject.ShouldBe("V-0042");
    }

    [Theory]
    [InlineData("zendesk", "1")]
    [InlineData("salesforce", "35436")]
    [InlineData("salesforce", "5003000000D8cuI")]
    public async Task Find_OfWhatIsNoLongId_IsRefused(string system, string id) =>
        (await Should.ThrowAsync<ArgumentException>(async () => await _host.WorkItems.FindAsync(new WorkItemRef(system, "", id), Ct))).ParamName.ShouldBe("workItem");

    [Fact]
    [Requirement("MTG-12")]
    public async Task Comment_AskedForTwice_MakesOneEvent()
    {
        await CommentAsync();

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        _org.Events.Count.ShouldBe(1);
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Comment_WhoseAnswerIsLost_IsWrittenOnceWhenAskedForAgain()
    {
        _org.Faults.Enqueue(write =>
        {
            write();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        });

        var failure = await Should.ThrowAsync<SupportConnectionException>(() => CommentAsync());
        (await CommentAsync()).ShouldBe(CommentResult.Written);

        failure.Kind.ShouldBe(FailureKind.Transient);
        _org.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Comment_OfAnInvitationRepeatedAfterTheCancellation_LeavesItCancelled()
    {
        await CommentAsync();
        await CommentAsync("cancelled", MeetingNotice.Cancellation);

        (await CommentAsync()).ShouldBe(CommentResult.Written);

        var record = _org.Events.ShouldHaveSingleItem().Value;
        ((string?)record["Description"], (string?)record["ShowAs"]).ShouldBe(("cancelled", "Free"));
    }

    [Fact]
    public async Task Comment_OfACancellationThatAnotherWriteOvertakes_ChangesWhatIsThere()
    {
        _org.Faults.Enqueue(_ => FakeOrg.Error(HttpStatusCode.BadRequest, "DUPLICATE_VALUE"));

        (await CommentAsync("cancelled", MeetingNotice.Cancellation)).ShouldBe(CommentResult.Written);

        ((string?)_org.Events.ShouldHaveSingleItem().Value["Description"]).ShouldBe("cancelled");
    }

    [Fact]
    public async Task Comment_WithADuplicateOfAnotherField_IsRefused()
    {
        _org.Faults.Enqueue(_ => FakeOrg.Error(HttpStatusCode.BadRequest, "DUPLICATE_VALUE", "duplicate Subject"));

        var result = await CommentAsync();

        (result.Rejection, result.Detail.Contains("duplicate Subject", StringComparison.Ordinal)).ShouldBe((CommentRejection.Refused, true));
    }

    [Theory]
    [InlineData("unique")]
    [InlineData("externalId")]
    [InlineData("caseSensitive")]
    [InlineData("createable")]
    public async Task Comment_WithoutAKeyThatIsKeptUnique_WritesNothingAndSaysWhatToAdd(string property)
    {
        _org.Key[property] = false;

        var result = await CommentAsync();

        result.Rejection.ShouldBe(CommentRejection.Refused);
        result.Detail.ShouldContain("Ask the Salesforce administrator to add it");
        _org.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ENTITY_IS_DELETED", CommentRejection.NotFound)]
    [InlineData("INVALID_CROSS_REFERENCE_KEY", CommentRejection.NotFound)]
    [InlineData("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", CommentRejection.NotFound)]
    [InlineData("STRING_TOO_LONG", CommentRejection.Refused)]
    public async Task Comment_ThatIsRefused_SaysWhy(string code, CommentRejection rejection)
    {
        _org.Faults.Enqueue(_ => FakeOrg.Error(HttpStatusCode.BadRequest, code, "not this one"));

        var result = await CommentAsync();

        result.Rejection.ShouldBe(rejection);
        result.Detail.ShouldContain("not this one");
    }

    [Fact]
    public async Task Comment_OnALockedRecord_MayBeTriedAgain()
    {
        _org.Faults.Enqueue(_ => FakeOrg.Error(HttpStatusCode.BadRequest, "UNABLE_TO_LOCK_ROW"));

        var failure = await Should.ThrowAsync<Exception>(() => CommentAsync());

        ((IVendorFailure)failure).Kind.ShouldBe(FailureKind.Transient);
    }

    [Fact]
    public async Task Comment_WithTheBudgetUsedUp_IsNotTheCommentsFault()
    {
        _org.Faults.Enqueue(_ => FakeOrg.Error(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED"));

        (await Should.ThrowAsync<SupportRequestException>(() => CommentAsync())).VendorCode.ShouldBe("REQUEST_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Comment_WithAStatus_IsRefusedBeforeAnythingIsSent()
    {
        var result = await _host.WorkItems.CommentAsync(Item, Comment("text", MeetingNotice.Invitation) with { Status = WorkItemStatus.Pending }, Ct);

        result.Rejection.ShouldBe(CommentRejection.Refused);
        _host.Salesforce.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Comment_OnALead_RefersToItAsAPerson()
    {
        var id = RecordId.Parse("00Q3000000D8cuI").Value;

        await _host.WorkItems.CommentAsync(new WorkItemRef(WorkItemRef.Salesforce, "", id), Comment("text", MeetingNotice.Invitation), Ct);

        var record = _org.Events.ShouldHaveSingleItem().Value;
        ((string?)record["WhoId"], record.ContainsKey("WhatId")).ShouldBe((id, false));
    }

    [Fact]
    public async Task Comment_ThatTellsOfNoMeeting_IsARecordOfItsOwnPerKey()
    {
        var comment = new WorkItemComment("stream/1", "First line\nsecond", IsPublic: false, null, SalesforceHost.Now);

        await _host.WorkItems.CommentAsync(Item, comment, Ct);
        await _host.WorkItems.CommentAsync(Item, comment, Ct);
        await _host.WorkItems.CommentAsync(Item, comment with { Key = "stream/2" }, Ct);

        _org.Events.Count.ShouldBe(2);
        ((string?)_org.Events[$"{FakeOrg.Case}-comment-stream/1"]["Subject"]).ShouldBe("First line");
    }

    [Fact]
    public async Task Comment_WithALongTopic_CutsItWithoutTearingACharacter()
    {
        var comment = Comment("text", MeetingNotice.Invitation);

        await _host.WorkItems.CommentAsync(Item, comment with { Meeting = comment.Meeting! with { Topic = new string('x', 253) + "😀 and more" } }, Ct);

        ((string?)_org.Events.ShouldHaveSingleItem().Value["Subject"]).ShouldBe(new string('x', 253) + "…");
    }

    private static WorkItemComment Comment(string text, MeetingNotice notice) => new($"reply-{notice}", text, IsPublic: true, null, SalesforceHost.Now)
    {
        Meeting = new("m-1", notice, "Printer", SalesforceHost.Now.AddHours(1), SalesforceHost.Now.AddHours(2), "https://acme.webex.com/j/1"),
    };

    private Task<CommentResult> CommentAsync(string text = "Join here", MeetingNotice notice = MeetingNotice.Invitation) =>
        _host.WorkItems.CommentAsync(Item, Comment(text, notice), Ct).AsTask();
}
