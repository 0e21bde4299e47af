using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Tests;

public sealed class QueriesClientTests
{
    private static readonly Soql AllContacts = Soql.Of($"SELECT Id, LastName FROM Contact");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_OfSeveralPages_FollowsThemUntilDone()
    {
        // The last page has the shape of restforce@1f640b20a0 spec/fixtures/sobject/query_paginated_last_page_response.json.
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("query-page-1")
            .Answer("""{"totalSize":2,"done":true,"records":[{"attributes":{"type":"Whizbang","url":"/services/data/v20.0/sobjects/Whizbang/foo"},"Text_Label":"Last Page"}]}""");

        var labels = new List<string?>();
        await foreach (var record in host.Client.Queries.Query(AllContacts).WithCancellation(Ct))
        {
            labels.Add(record.GetString("Text_Label"));
        }

        labels.ShouldBe(["First Page", "Last Page"]);
        host.Salesforce.Sent.Select(sent => sent.Address.AbsoluteUri).ShouldBe(
        [
            "https://acme.my.salesforce.com/services/data/v64.0/query?q=SELECT%20Id%2C%20LastName%20FROM%20Contact",
            "https://acme.my.salesforce.com/services/data/v26.0/query/01gD",
        ]);
    }

    [Fact]
    public async Task Query_AsATypeOfOnesOwn_ReadsItWithItsOwnJson()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""
            {"records":[{"attributes":{"type":"Contact"},"Id":"003x","LastName":"Lovelace","CreatedDate":"2026-01-01T00:00:00.000+0000","New__c":{"a":[1]}}],"queryLocator":null,"done":true,"totalSize":1}
            """);

        var contacts = new List<Contact>();
        await foreach (var contact in host.Client.Queries.Query(AllContacts, HostJson.Default.Contact, new() { BatchSize = 500, IncludeDeleted = true }).WithCancellation(Ct))
        {
            contacts.Add(contact);
        }

        contacts.ShouldBe([new Contact { Id = "003x", LastName = "Lovelace", CreatedDate = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }]);
        host.Salesforce.Last.Line.ShouldStartWith("GET queryAll?q=");
        host.Salesforce.Last.Headers["Sforce-Query-Options"].ShouldBe("batchSize=500");
    }

    [Theory]
    [InlineData("""{"totalSize":1,"done":true}""")]
    [InlineData("""{"totalSize":1,"done":true,"records":[{"Id":5}]}""")]
    [InlineData("""{"totalSize":1,"done":true,"records":[null]}""")]
    [InlineData("""{"totalSize":3,"done":false,"records":[{"Id":"003x"}]}""")]
    [InlineData("""{"totalSize":3,"done":false,"nextRecordsUrl":null,"records":[{"Id":"003x"}]}""")]
    [InlineData("""{"totalSize":3,"done":false,"nextRecordsUrl":" ","records":[{"Id":"003x"}]}""")]
    [InlineData("""{"totalSize":1,"records":[{"Id":"003x"}]}""")]
    [InlineData("""{"totalSize":1,"done":null,"records":[{"Id":"003x"}]}""")]
    [InlineData("[]")]
    public async Task Query_WithAnAnswerThatIsNoPage_Throws(string body)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(body);

        await Should.ThrowAsync<SupportContentException>(async () =>
        {
            await foreach (var contact in host.Client.Queries.Query(AllContacts, HostJson.Default.Contact).WithCancellation(Ct))
            {
                contact.ShouldNotBeNull();
            }
        });
    }

    [Fact]
    public async Task Query_WhoseNextPageIsElsewhere_IsNotFollowed()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"totalSize":2,"done":false,"nextRecordsUrl":"https://evil.test/steal","records":[]}""");

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var record in host.Client.Queries.Query(AllContacts).WithCancellation(Ct))
            {
                record.ShouldNotBeNull();
            }
        });
        host.Salesforce.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Count_OfAQuery_IsItsTotalSize()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("query-count");

        (await host.Client.Queries.CountAsync(Soql.Of($"SELECT COUNT() FROM Contact"), Ct)).ShouldBe(26);
    }

    [Fact]
    public async Task QueryAllOf_Batches_ReadsOneAfterTheOther()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Then(Echo).Then(Echo).Then(Echo);
        var ids = Enumerable.Range(0, 1000).Select(i => $"003{i:D15}").ToList();
        var queries = Soql.InBatches(ids, some => Soql.Of($"SELECT Id FROM Contact WHERE Id IN {some}"));

        var found = new List<string?>();
        await foreach (var contact in host.Client.Queries.QueryAllOf(queries, HostJson.Default.Contact, cancellationToken: Ct))
        {
            found.Add(contact.Id);
        }

        found.Count.ShouldBe(3);

        static HttpResponseMessage Echo(SentRequest sent) => new()
        {
            Content = new StringContent($$"""{"totalSize":1,"done":true,"records":[{"Id":"{{sent.Line.Split('\'')[1]}}"}]}"""),
        };
    }

    [Fact]
    public async Task Query_ThatIsTooLong_SaysWhatToDo()
    {
        await using var host = new SalesforceHost();

        Should.Throw<ArgumentException>(() => host.Client.Queries.Query(Soql.Of($"Name = {new string('x', 13_000)}"))).Message.ShouldContain("InBatches");
        Should.Throw<ArgumentException>(() => host.Client.Queries.Query(default));
        Should.Throw<ArgumentOutOfRangeException>(() => host.Client.Queries.Query(AllContacts, new() { BatchSize = 100 }));
        Should.Throw<ArgumentException>(() => host.Client.Queries.Resume("https://evil.test/"));
    }

    [Fact]
    public async Task HealthCheck_OfAnOrgThatAnswers_IsHealthy()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("query-count").AnswerSample("observed-error-403-request-limit", HttpStatusCode.Forbidden);

        (await host.CheckHealthAsync(Ct)).Status.ShouldBe(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy);
        (await host.CheckHealthAsync(Ct)).Status.ShouldBe(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
    }
}
