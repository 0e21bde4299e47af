using Support.Sdk.Salesforce.Composite;

namespace Support.Sdk.Salesforce.Tests;

public sealed class CompositeClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_OfPartsThatReferToEachOther_WritesThemInOrder()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""
            {"compositeResponse":[{"body":{"id":"001x","success":true,"errors":[]},"httpHeaders":{"Location":"/services/data/v64.0/sobjects/Account/001x"},"httpStatusCode":201,"referenceId":"account"},
            {"body":[{"errorCode":"PROCESSING_HALTED","message":"halted"}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"contact"},
            {"body":[{"errorCode":"PROCESSING_HALTED","message":"halted"}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"read"},
            {"body":[{"errorCode":"PROCESSING_HALTED","message":"halted"}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"gone"}]}
            """);

        var answers = await host.Client.Composite.SendAsync(
            [
                CompositePart.Create("account", "Account", new() { ["Name"] = "Acme" }),
                CompositePart.Upsert("contact", "Contact", "Ext__c", "4/2", new() { ["AccountId"] = "@{account.id}", ["Ext__c"] = "4/2" }),
                CompositePart.Get("read", VendorPath.Of($"sobjects/Account/@{{account.id}}")),
                CompositePart.Delete("gone", "Contact", "003x"),
            ],
            allOrNone: true,
            cancellationToken: Ct);

        host.Salesforce.Last.Json.GetRawText().ShouldBe(
            """{"allOrNone":true,"compositeRequest":[{"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"account","body":{"Name":"Acme"}},"""
            + """{"method":"PATCH","url":"/services/data/v64.0/sobjects/Contact/Ext__c/4%2F2","referenceId":"contact","body":{"AccountId":"@{account.id}"}},"""
            + """{"method":"GET","url":"/services/data/v64.0/sobjects/Account/@{account.id}","referenceId":"read"},"""
            + """{"method":"DELETE","url":"/services/data/v64.0/sobjects/Contact/003x","referenceId":"gone"}]}""");
        (answers["account"].Id, answers["account"].IsSuccess, answers["account"].HttpHeaders.Count).ShouldBe(("001x", true, 1));
        answers["contact"].Errors.Single().Code.ShouldBe(SalesforceErrorCode.ProcessingHalted);
    }

    [Fact]
    public async Task Send_AsRecorded_ReadsErrorsAndNotModified()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.RecordedAnswer("recorded-composite-subrequest-404").GetRawText()).Answer(Sample.RecordedAnswer("recorded-composite-304-etag").GetRawText());

        var missing = await host.Client.Composite.SendAsync([CompositePart.Get("CCI__RefId__0__", VendorPath.Of($"sobjects/Foo"))], cancellationToken: Ct);
        var unchanged = await host.Client.Composite.SendAsync([.. Enumerable.Range(0, 3).Select(i => CompositePart.Get($"CCI__RefId__{i}__", VendorPath.Of($"sobjects")))], cancellationToken: Ct);

        (missing["CCI__RefId__0__"].HttpStatusCode, missing["CCI__RefId__0__"].Errors.Single().Code).ShouldBe((404, SalesforceErrorCode.NotFound));
        unchanged.Count.ShouldBe(3);
        unchanged.Values.ShouldAllBe(answer => answer.IsSuccess && answer.Errors.Count == 0 && answer.HttpHeaders["ETag"] == "\"baf7f695\"");
    }

    [Fact]
    public async Task Send_OfReadsOnly_IsRepeatedAfterABrokenConnection()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries, options.Http.BaseDelay) = ("token", 1, TimeSpan.Zero));
        host.Salesforce.Cut().Answer("""{"compositeResponse":[{"httpStatusCode":200,"referenceId":"q"}]}""").Cut();

        await host.Clock.RunAsync(host.Client.Composite.SendAsync([CompositePart.Query("q", Queries.Soql.Of($"SELECT Id FROM Lead"))], cancellationToken: Ct));
        await Should.ThrowAsync<SupportConnectionException>(() => host.Client.Composite.SendAsync([CompositePart.Delete("d", "Lead", "00Qx")], cancellationToken: Ct));

        host.Salesforce.Sent.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a,a")]
    [InlineData("a,c")]
    [InlineData("a,b,c")]
    public async Task Send_AnsweredForOtherPartsThanWereSent_Throws(string answered)
    {
        await using var host = new SalesforceHost();
        var answers = answered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => $$"""{"httpStatusCode":204,"referenceId":"{{name}}"}""");
        host.Salesforce.Answer($$"""{"compositeResponse":[{{string.Join(',', answers)}}]}""");

        var failure = await Should.ThrowAsync<SupportContentException>(
            () => host.Client.Composite.SendAsync([CompositePart.Delete("a", "Lead", "00Qx"), CompositePart.Delete("b", "Lead", "00Qy")], cancellationToken: Ct));

        (failure.Operation, failure.StatusCode).ShouldBe(("salesforce.composite.write", HttpStatusCode.OK));
    }

    [Fact]
    public async Task Send_OfWrongParts_Throws()
    {
        await using var host = new SalesforceHost();
        var part = CompositePart.Delete("d", "Lead", "00Qx");

        await Should.ThrowAsync<ArgumentException>(() => host.Client.Composite.SendAsync([], cancellationToken: Ct));
        await Should.ThrowAsync<ArgumentException>(() => host.Client.Composite.SendAsync([part, part], cancellationToken: Ct));
        await Should.ThrowAsync<ArgumentException>(() => host.Client.Composite.SendAsync([.. Enumerable.Range(0, 26).Select(i => CompositePart.Delete($"d{i}", "Lead", "00Qx"))], cancellationToken: Ct));
        Should.Throw<ArgumentException>(() => CompositePart.Delete("a.b", "Lead", "00Qx"));
    }
}
