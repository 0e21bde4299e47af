using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceBudgetTests : SalesforceTest
{
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

    protected override void Configure(SalesforceEmulatorOptions options) => options.DailyApiRequests = 3;
}
