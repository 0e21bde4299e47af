using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceSizeTests : SalesforceTest
{
    [Theory]
    [InlineData(15_500, HttpStatusCode.OK)]
    [InlineData(17_000, HttpStatusCode.RequestUriTooLong)]
    public async Task Query_OfALongAddress_IsTakenUpToTheVendorsLength(int length, HttpStatusCode expected)
    {
        var soql = "SELECT Id FROM Contact WHERE LastName = ''";

        var reply = await GetAsync("query?q=" + Uri.EscapeDataString(soql.Insert(soql.Length - 1, new string('x', length))));

        reply.Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Upload_OfMoreThanThirtyMegabytes_IsTaken()
    {
        var job = (string)(await PostAsync("jobs/ingest", """{"object":"Contact","operation":"insert"}""")).Json!["id"]!;

        var reply = await SendAsync("PUT", $"jobs/ingest/{job}/batches", "LastName\n" + new string('x', 31_000_000), "text/csv");

        reply.Status.ShouldBe(HttpStatusCode.Created);
    }
}
