using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceBudgetTests : SalesforceTest
{
    private const string NewIngest = """{"object":"Contact","operation":"insert"}""";

    [Fact]
    public async Task Budget_UsedUp_Is403AsObservedUntilTheDayIsOver()
    {
        var limits = await GetAsync("limits");
        ((int?)limits.Json!["DailyApiRequests"]!["Remaining"]).ShouldBe(2);
        limits.Headers["Sforce-Limit-Info"].ShouldBe("api-usage=1/3");
        await GetAsync("limits");
        await GetAsync("limits");
        var refused = await PostAsync("sobjects/Contact", """{"LastName":"A"}""");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Json!.ToJsonString().ShouldBe(Recorded("observed-error-403-request-limit").ToJsonString());
        Salesforce.Count("Contact").ShouldBe(0);

        Clock.Advance(TimeSpan.FromHours(24));
        Token = Salesforce.CreateAccessToken();
        (await GetAsync("limits")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Faults_StrikeInTheVendorsWords()
    {
        Salesforce.Faults.On("POST", "/services/data/v64.0/sobjects/Contact").Respond(503);
        Salesforce.Faults.On("POST", "/services/data/v64.0/sobjects/Contact").CutAfterCommit();
        ShouldRefuse(await PostAsync("sobjects/Contact", """{"LastName":"A"}"""), HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE");
        Salesforce.Count("Contact").ShouldBe(0);
        await Should.ThrowAsync<HttpRequestException>(() => PostAsync("sobjects/Contact", """{"LastName":"A"}"""));
        Salesforce.Count("Contact").ShouldBe(1);
        Salesforce.Requests.ShouldAllBe(request => request.Error == null);
    }

    [Fact]
    public async Task BulkBatches_UsedUp_FailTheJobUnderWayAndRefuseTheNextUntilTheDayIsOver()
    {
        (await RemainingAsync("DailyBulkApiBatches")).ShouldBe(3);
        var job = await IngestAsync(string.Concat(Enumerable.Range(0, 7).Select(i => $"L{i}\n")));

        var info = (await GetAsync($"jobs/ingest/{job}")).Json!;
        ((string?)info["state"], (int?)info["numberRecordsProcessed"]).ShouldBe(("Failed", 6));
        Salesforce.Count("Contact").ShouldBe(6);
        (await RemainingAsync("DailyBulkApiBatches")).ShouldBe(0);
        ShouldRefuse(await PostAsync("jobs/ingest", NewIngest), HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED");

        Clock.Advance(TimeSpan.FromHours(24));
        Token = Salesforce.CreateAccessToken();
        await IngestAsync("L8\n");
        (await RemainingAsync("DailyBulkApiBatches")).ShouldBe(2);
    }

    [Fact]
    public async Task QueryJobs_UsedUp_AreRefusedUntilTheDayIsOver()
    {
        const string Query = """{"operation":"query","query":"SELECT Id FROM Contact"}""";
        (await PostAsync("jobs/query", """{"operation":"query","query":"SELECT"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("jobs/query", Query)).Status.ShouldBe(HttpStatusCode.OK);
        (await RemainingAsync("DailyBulkV2QueryJobs")).ShouldBe(1);
        await PostAsync("jobs/query", Query);
        ShouldRefuse(await PostAsync("jobs/query", Query), HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED");

        Clock.Advance(TimeSpan.FromHours(24));
        Token = Salesforce.CreateAccessToken();
        (await PostAsync("jobs/query", Query)).Status.ShouldBe(HttpStatusCode.OK);
    }

    protected override void Configure(SalesforceEmulatorOptions options)
    {
        options.DailyApiRequests = TestContext.Current.TestMethod!.MethodName.StartsWith("Budget", StringComparison.Ordinal) ? 3 : 100;
        (options.DailyBulkBatches, options.BulkBatchSize, options.DailyBulkQueryJobs) = (3, 2, 2);
    }

    private async Task<int> RemainingAsync(string limit) => (int)(await GetAsync("limits")).Json![limit]!["Remaining"]!;

    private async Task<string> IngestAsync(string rows)
    {
        var job = (string)(await PostAsync("jobs/ingest", NewIngest)).Json!["id"]!;
        await SendAsync("PUT", $"jobs/ingest/{job}/batches", "LastName\n" + rows, "text/csv");
        await PatchAsync($"jobs/ingest/{job}", """{"state":"UploadComplete"}""");
        Salesforce.CompleteBulkJobs();
        return job;
    }
}
