using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Tests.Webex;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceBulkTests : SalesforceTest
{
    [Fact]
    public async Task Ingest_GoesThroughItsStatesByTheClock()
    {
        var job = await UploadAsync("upsert", "LastName,Key__c,Email\nA,1,a@example.com\n\"B, \"\"C\"\"\",2,wrong\nD,3,\n", "Key__c");
        (await StateAsync(job)).ShouldBe("Open");
        (await CloseAsync(job)).Json!["state"]!.ToString().ShouldBe("UploadComplete");
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await StateAsync(job)).ShouldBe("InProgress");
        ShouldRefuse(await GetAsync($"jobs/ingest/{job}/failedResults"), HttpStatusCode.BadRequest, "INVALIDJOBSTATE");
        Clock.Advance(TimeSpan.FromSeconds(1));

        var info = (await GetAsync($"jobs/ingest/{job}")).Json!;
        ((string?)info["state"], (int?)info["numberRecordsProcessed"], (int?)info["numberRecordsFailed"], (string?)info["jobType"]).ShouldBe(("JobComplete", 3, 1, "V2Ingest"));
        var failed = Lines(await GetAsync($"jobs/ingest/{job}/failedResults"));
        failed[0].ShouldBe("\"sf__Id\",\"sf__Error\",\"LastName\",\"Key__c\",\"Email\"");
        failed.Length.ShouldBe(2);
        failed[1].ShouldStartWith("\"\",\"INVALID_EMAIL_ADDRESS:");
        failed[1].ShouldEndWith("\"B, \"\"C\"\"\",\"2\",\"wrong\"");
        Lines(await GetAsync($"jobs/ingest/{job}/successfulResults")).Length.ShouldBe(3);
        Lines(await GetAsync($"jobs/ingest/{job}/unprocessedrecords")).ShouldBe(["\"LastName\",\"Key__c\",\"Email\""]);

        (await SendAsync("DELETE", $"jobs/ingest/{job}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await GetAsync($"jobs/ingest/{job}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ingest_Upsert_EmptyCellsKeepAndNotAvailableClears()
    {
        var id = Salesforce.AddRecord("Contact", ("LastName", "A"), ("FirstName", "F"), ("Title", "T"), ("Key__c", "1"));
        var job = await RunAsync("upsert", "LastName,FirstName,Title,Key__c\nB,,#N/A,1\n", "Key__c");
        Lines(await GetAsync($"jobs/ingest/{job}/successfulResults"))[1].ShouldBe($"\"{id}\",\"false\",\"B\",\"\",\"#N/A\",\"1\"");
        var record = Salesforce.Record(id)!;
        (record["LastName"], record["FirstName"], record["Title"]).ShouldBe(("B", "F", null));
    }

    [Fact]
    public async Task Ingest_Results_AreShuffledButComplete()
    {
        var names = Enumerable.Range(0, 50).Select(i => $"L{i:00}").ToList();
        var job = await RunAsync("insert", "LastName\n" + string.Join('\n', names) + "\n");
        var rows = Lines(await GetAsync($"jobs/ingest/{job}/successfulResults"))[1..].Select(line => line.Split(',')[2].Trim('"')).ToList();
        rows.ShouldBe(names, ignoreOrder: true);
        rows.ShouldNotBe(names);
    }

    [Theory]
    [InlineData("LastName,Nothing\nA,B\n", "InvalidBatch : Field name not found : Nothing")]
    [InlineData("LastName,lastname\nA,B\n", "InvalidBatch : The header names a field twice")]
    [InlineData("LastName\r\nA\r\n", "LineEnding is invalid")]
    [InlineData("LastName,FirstName\nA\n", "The number of values")]
    [InlineData("LastName\n\"A\n", "EOF reached")]
    [InlineData("", "Unable to find any fields")]
    public async Task Ingest_BadFile_FailsTheJob(string csv, string message)
    {
        var info = (await GetAsync($"jobs/ingest/{await RunAsync("insert", csv)}")).Json!;
        ((string?)info["state"]).ShouldBe("Failed");
        ((string?)info["errorMessage"])!.ShouldContain(message);
        Salesforce.Count("Contact").ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"object":"Contact","operation":"insert","externalIdFieldName":"Key__c"}""")]
    [InlineData("""{"object":"Contact","operation":"update","externalIdFieldName":"Key__c"}""")]
    [InlineData("""{"object":"Contact","operation":"insert","assignmentRuleId":"01Q000000000001"}""")]
    [InlineData("""{"object":"Lead","operation":"insert","assignmentRuleId":"nothing"}""")]
    [InlineData("""{"object":"Lead","operation":"insert","assignmentRuleId":"003000000000001"}""")]
    public async Task Ingest_WithWhatDoesNotBelongToTheJob_IsRefused(string job) =>
        ShouldRefuse(await PostAsync("jobs/ingest", job), HttpStatusCode.BadRequest, "INVALIDJOB");

    [Fact]
    public async Task Ingest_OfLeadsWithAnAssignmentRule_TellsIt()
    {
        var job = await PostAsync("jobs/ingest", """{"object":"Lead","operation":"insert","assignmentRuleId":"01Q000000000001"}""");

        ((string?)job.Json!["assignmentRuleId"]).ShouldStartWith("01Q000000000001", customMessage: job.Text);
    }

    [Fact]
    public async Task Ingest_FailedMidway_LeavesTheRestUnprocessed()
    {
        Salesforce.FailNextIngestJob(2, "InternalServerError : gone");
        var job = await RunAsync("insert", "LastName\nA\nB\nC\nD\n");
        (await StateAsync(job)).ShouldBe("Failed");
        Salesforce.Count("Contact").ShouldBe(2);
        Lines(await GetAsync($"jobs/ingest/{job}/unprocessedrecords"))[1..].ShouldBe(["\"C\"", "\"D\""], ignoreOrder: true);
    }

    [Fact]
    public async Task Ingest_Aborted_ProcessesNothingMore()
    {
        var job = await UploadAsync("insert", "LastName\nA\nB\nC\n");
        await CloseAsync(job);
        Clock.Advance(TimeSpan.FromSeconds(2));
        (await PatchAsync($"jobs/ingest/{job}", """{"state":"Aborted"}""")).Json!["state"]!.ToString().ShouldBe("Aborted");
        Clock.Advance(TimeSpan.FromSeconds(9));
        (await StateAsync(job)).ShouldBe("Aborted");
        Salesforce.Count("Contact").ShouldBe(2, "one batch of two was processed");
        ShouldRefuse(await PatchAsync($"jobs/ingest/{job}", """{"state":"Aborted"}"""), HttpStatusCode.BadRequest, "INVALIDJOBSTATE");
    }

    [Fact]
    public async Task Query_PagesByLocatorUntilTheWordNull()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            Salesforce.AddRecord("Contact", ("LastName", $"L{i}"));
        }

        var job = (string)(await PostAsync("jobs/query", """{"operation":"query","query":"SELECT LastName, CreatedDate FROM Contact"}""")).Json!["id"]!;
        Salesforce.CompleteBulkJobs().ShouldBe(1);
        var seen = new List<string>();
        var locator = "";
        do
        {
            var page = await GetAsync($"jobs/query/{job}/results?maxRecords=2{(locator.Length > 0 ? "&locator=" + locator : "")}");
            var lines = Lines(page);
            lines[0].ShouldBe("\"LastName\",\"CreatedDate\"");
            page.Headers["Sforce-NumberOfRecords"].ShouldBe((lines.Length - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            seen.AddRange(lines[1..].Select(line => line.Split(',')[0]));
            locator = page.Headers["Sforce-Locator"];
        }
        while (locator != "null");
        seen.ShouldBe(["\"L0\"", "\"L1\"", "\"L2\"", "\"L3\"", "\"L4\""]);
    }

    protected override void Configure(SalesforceEmulatorOptions options) => options.BulkBatchSize = TestContext.Current.TestMethod?.MethodName.Contains("Aborted", StringComparison.Ordinal) == true ? 2 : 100;

    private static string[] Lines(Reply reply)
    {
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        return reply.Text.TrimEnd('\n').Split('\n');
    }

    private async Task<string> StateAsync(string job) => (await GetAsync($"jobs/ingest/{job}")).Json!["state"]!.ToString();

    private Task<Reply> CloseAsync(string job) => PatchAsync($"jobs/ingest/{job}", """{"state":"UploadComplete"}""");

    private async Task<string> RunAsync(string operation, string csv, string? key = null)
    {
        var job = await UploadAsync(operation, csv, key);
        await CloseAsync(job);
        Salesforce.CompleteBulkJobs().ShouldBe(1);
        return job;
    }

    private async Task<string> UploadAsync(string operation, string csv, string? key = null)
    {
        var created = await PostAsync("jobs/ingest", $$"""{"object":"Contact","operation":"{{operation}}","contentType":"CSV","lineEnding":"LF"{{(key is null ? "" : $",\"externalIdFieldName\":\"{key}\"")}}}""");
        created.Status.ShouldBe(HttpStatusCode.OK, created.Text);
        var job = (string)created.Json!["id"]!;
        var uploaded = await SendAsync("PUT", "/" + (string)created.Json["contentUrl"]!, csv, "text/csv");
        uploaded.Status.ShouldBe(HttpStatusCode.Created, uploaded.Text);
        ShouldRefuse(await SendAsync("PUT", "/" + (string)created.Json["contentUrl"]!, csv, "text/csv"), HttpStatusCode.BadRequest, "INVALIDJOBSTATE");
        return job;
    }
}
