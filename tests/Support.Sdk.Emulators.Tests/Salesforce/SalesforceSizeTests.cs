using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;

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

    [Theory]
    [InlineData(1_000, HttpStatusCode.OK)]
    [InlineData(17_000, HttpStatusCode.RequestUriTooLong)]
    public async Task Query_WithLongHeaders_IsTakenUpToTheVendorsLength(int length, HttpStatusCode expected)
    {
        var reply = await GetAsync("query?q=SELECT+Id+FROM+Contact", ("Sforce-Call-Options", "client=" + new string('x', length)));

        reply.Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Upload_OfMoreThanBase64WouldLetThrough_IsRefused()
    {
        var job = (string)(await PostAsync("jobs/ingest", """{"object":"Contact","operation":"insert"}""")).Json!["id"]!;

        var reply = await SendAsync("PUT", $"jobs/ingest/{job}/batches", new string('x', 112_500_001), "text/csv");

        ShouldRefuse(reply, HttpStatusCode.RequestEntityTooLarge, "REQUEST_ENTITY_TOO_LARGE");
    }

    [Theory]
    [InlineData(1, 32_000, true)]
    [InlineData(1, 32_001, false)]
    [InlineData(12, 32_000, true)]
    [InlineData(13, 32_000, false)]
    public async Task Upload_OfLongFields_FailsBeyondTheVendorsLengths(int fields, int characters, bool isTaken)
    {
        foreach (var i in Enumerable.Range(0, fields))
        {
            Salesforce.AddField("Contact", SalesforceField.LongText($"Text{i}__c", 131_072));
        }

        var header = string.Join(',', Enumerable.Range(0, fields).Select(i => $"Text{i}__c"));
        var value = string.Concat(Enumerable.Repeat("é", characters));
        var info = await RunAsync($"LastName,{header}\nA,{string.Join(',', Enumerable.Repeat(value, fields))}\n");

        ((string?)info["state"]).ShouldBe(isTaken ? "JobComplete" : "Failed", (string?)info["errorMessage"]);
        Salesforce.Count("Contact").ShouldBe(isTaken ? 1 : 0);
    }

    [Fact]
    public async Task Upload_OfMoreThanFiveThousandFields_FailsTheJob()
    {
        var info = await RunAsync(string.Join(',', Enumerable.Repeat("LastName", 5_001)) + "\n");

        ((string?)info["errorMessage"]).ShouldNotBeNull().ShouldContain("5000");
    }

    [Fact]
    public async Task Upload_OfMoreThanThirtyMegabytes_IsTaken()
    {
        var job = (string)(await PostAsync("jobs/ingest", """{"object":"Contact","operation":"insert"}""")).Json!["id"]!;

        var reply = await SendAsync("PUT", $"jobs/ingest/{job}/batches", "LastName\n" + new string('x', 31_000_000), "text/csv");

        reply.Status.ShouldBe(HttpStatusCode.Created);
    }

    private async Task<JsonNode> RunAsync(string csv)
    {
        var job = (string)(await PostAsync("jobs/ingest", """{"object":"Contact","operation":"insert"}""")).Json!["id"]!;
        (await SendAsync("PUT", $"jobs/ingest/{job}/batches", csv, "text/csv")).Status.ShouldBe(HttpStatusCode.Created);
        await PatchAsync($"jobs/ingest/{job}", """{"state":"UploadComplete"}""");
        Salesforce.CompleteBulkJobs();
        return (await GetAsync($"jobs/ingest/{job}")).Json!;
    }
}
