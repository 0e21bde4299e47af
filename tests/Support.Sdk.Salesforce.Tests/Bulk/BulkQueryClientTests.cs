using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Tests;

public sealed class BulkQueryClientTests
{
    private static readonly BulkJob Job = new() { Id = "750x" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_OfAQuery_SendsIt()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"id":"750x","operation":"queryAll","state":"UploadComplete"}""").Answer("""{"id":"750x","state":"JobComplete"}""").Answer("", HttpStatusCode.NoContent);

        var job = await host.Client.BulkQueries.CreateAsync(Soql.Of($"SELECT Id FROM Contact WHERE Name = {"O'Hara"}"), includeDeleted: true, Ct);
        job = await host.Clock.RunAsync(host.Client.BulkQueries.WaitAsync(job.Id, cancellationToken: Ct));
        await host.Client.BulkQueries.DeleteAsync(job.Id, Ct);

        job.State.ShouldBe(BulkJobState.JobComplete);
        host.Salesforce.Sent.Select(sent => sent.Line).ShouldBe(["POST jobs/query", "GET jobs/query/750x", "DELETE jobs/query/750x"]);
        var body = host.Salesforce.Sent.First().Json;
        body.GetProperty("operation").GetString().ShouldBe("queryAll");
        body.GetProperty("query").GetString().ShouldBe(@"SELECT Id FROM Contact WHERE Name = 'O\'Hara'");
    }

    [Fact]
    public async Task Results_OfSeveralPages_AreFollowedToTheLiteralNull()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("\"Id\",\"Name\"\n\"1\",\"a\"\n\"2\",\"b\"\n", ("Sforce-Locator", "MTAwMDA"), ("Sforce-NumberOfRecords", "2"))
            .AnswerCsv("\"Name\",\"Id\"\n\"c\",\"3\"\n", ("Sforce-Locator", "null"), ("Sforce-NumberOfRecords", "1"));

        var ids = new List<string>();
        await foreach (var row in host.Client.BulkQueries.GetResultsAsync(Job, 2, Ct))
        {
            ids.Add(row["Id"]);
        }

        ids.ShouldBe(["1", "2", "3"]);
        host.Salesforce.Sent.Select(sent => sent.Line).ShouldBe(["GET jobs/query/750x/results?maxRecords=2", "GET jobs/query/750x/results?locator=MTAwMDA&maxRecords=2"]);
    }

    [Fact]
    public async Task Page_ByItsLocator_GoesOnWhereItWasLeft()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("Id\n3\n", ("Sforce-Locator", "next"), ("Sforce-NumberOfRecords", "1"));

        using var page = await host.Client.BulkQueries.OpenPageAsync(Job, "MTAwMDA", cancellationToken: Ct);

        (page.NextLocator, page.Count).ShouldBe(("next", 1));
        await foreach (var row in page.ReadAsync(Ct))
        {
            row["Id"].ShouldBe("3");
        }
    }

    [Fact]
    public async Task Results_OfAJobThatIsNotOver_Throw()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"errorCode":"INVALIDJOBSTATE","message":"not complete"}]""", HttpStatusCode.BadRequest);

        (await Should.ThrowAsync<SupportRequestException>(() => host.Client.BulkQueries.OpenPageAsync(Job, cancellationToken: Ct))).VendorCode.ShouldBe("INVALIDJOBSTATE");
    }
}
