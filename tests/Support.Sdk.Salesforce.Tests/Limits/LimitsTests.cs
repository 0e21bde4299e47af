using Support.Sdk.Salesforce.Limits;

namespace Support.Sdk.Salesforce.Tests;

public sealed class LimitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_OfAnOrg_AreReadWhateverStandsBesideThem()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""
            {"DailyApiRequests":{"Max":15000,"Remaining":14998,"My App":{"Max":10,"Remaining":9}},"DailyBulkV2QueryJobs":{"Max":10000,"Remaining":10000},
             "DailyBulkApiBatches":{"Max":15000,"Remaining":14990},"HourlyPublishedPlatformEvents":{"Max":50000,"Remaining":49000},"MonthlyPlatformEventsUsageEntitlement":{"Max":5,"Remaining":4},"New":7}
            """);

        var limits = await host.Client.Limits.GetAsync(Ct);

        limits.DailyApiRequests.ShouldBe(new LimitUsage(15000, 14998));
        limits.DailyApiRequests!.Used.ShouldBe(2);
        limits.DailyBulkBatches!.Used.ShouldBe(10);
        limits.HourlyPublishedPlatformEvents!.Used.ShouldBe(1000);
        limits.PlatformEvents.Keys.Order().ShouldBe(["HourlyPublishedPlatformEvents", "MonthlyPlatformEventsUsageEntitlement"]);
        limits["New"].ShouldBeNull();
    }

    [Fact]
    public async Task Budget_AfterEachAnswer_IsTheLatestReading()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("{}", HttpStatusCode.OK, ("Sforce-Limit-Info", "api-usage=18/5000"))
            .Answer(Sample.Text("observed-error-403-request-limit"), HttpStatusCode.Forbidden, ("Sforce-Limit-Info", "api-usage=5000/5000; per-app-api-usage=17/250(appName=sample-app)"));
        var budget = host.Client.Budget;
        (budget.Current, budget.Allows(1_000_000)).ShouldBe((null, true));

        await host.Client.Limits.GetAsync(Ct);
        budget.Current.ShouldBe(new ApiUsage(18, 5000, SalesforceHost.Now));
        (budget.Allows(4982), budget.Allows(4983)).ShouldBe((true, false));
        await Should.ThrowAsync<SupportRequestException>(() => host.Client.Limits.GetAsync(Ct));

        budget.Current.ShouldBe(new ApiUsage(5000, 5000, SalesforceHost.Now, 17, 250));
        (budget.Current!.Remaining, budget.Allows(1)).ShouldBe((0, false));
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("api-usage=a/b")]
    [InlineData("api-usage=5")]
    [InlineData("")]
    public async Task Budget_WithAHeaderThatMakesNoSense_KnowsNothing(string header)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("{}", HttpStatusCode.OK, ("Sforce-Limit-Info", header));

        await host.Client.Limits.GetAsync(Ct);

        host.Client.Budget.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Versions_OfAnOrg_AreReadAndCompared()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("services-data-versions");

        var versions = await host.Client.GetVersionsAsync(Ct);

        versions[0].ShouldBe(new ApiVersion("31.0", "Summer '14", "/services/data/v31.0"));
        versions.Select(version => version.Number).ShouldBeInOrder();
    }
}
