using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceBatchTests : SalesforceTest
{
    [Fact]
    public async Task Collections_RecordedRequests_AreAnsweredInTheRecordedShape()
    {
        foreach (var (name, method, path) in new[] { ("recorded-collections-create", "POST", "composite/sobjects"), ("recorded-collections-upsert-contact-by-email-created", "PATCH", "composite/sobjects/Contact/Email") })
        {
            var recorded = Recorded(name);
            var reply = await SendAsync(method, path, recorded["request"]!["body"]!.ToJsonString());
            reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
            Shape(reply.Json!).ShouldBe(Shape(recorded["response"]!["body"]!), name);
        }

        static IEnumerable<string> Shape(JsonNode results) => results.AsArray().Select(result =>
        {
            var copy = result!.DeepClone().AsObject();
            copy["id"] = ((string)copy["id"]!)[..3];
            return copy.ToJsonString();
        });
    }

    [Theory]
    [InlineData(false, 2, null)]
    [InlineData(true, 0, "ALL_OR_NONE_OPERATION_ROLLED_BACK")]
    public async Task Collections_OneBadRecord_FailsAloneOrTakesAllBack(bool allOrNone, int count, string? others)
    {
        var reply = await PostAsync("composite/sobjects", $$"""
            {"allOrNone":{{(allOrNone ? "true" : "false")}},"records":[
            {"attributes":{"type":"Contact"},"LastName":"A","Key__c":"1"},
            {"attributes":{"type":"Contact"},"FirstName":"B"},
            {"attributes":{"type":"Contact"},"LastName":"C","Key__c":"2"}]}
            """);
        var results = reply.Json!.AsArray();
        results.Count.ShouldBe(3);
        ((string?)results[1]!["errors"]![0]!["statusCode"]).ShouldBe("REQUIRED_FIELD_MISSING");
        ((string?)results[0]!["errors"]!.AsArray().FirstOrDefault()?["statusCode"]).ShouldBe(others);
        Salesforce.Count("Contact").ShouldBe(count);

        // What was taken back is out of the indexes too.
        (await PatchAsync("sobjects/Contact/Key__c/1", """{"LastName":"A"}""")).Status.ShouldBe(allOrNone ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    [Fact]
    public async Task Collections_UpsertById_CreatesWithoutAndChangesWith()
    {
        var id = Salesforce.AddRecord("Contact", ("LastName", "A"));
        var reply = await PatchAsync("composite/sobjects/Contact/Id", $$"""
            {"records":[{"attributes":{"type":"Contact"},"Id":"{{id}}","LastName":"B"},{"attributes":{"type":"Contact"},"LastName":"C"}]}
            """);
        reply.Json!.AsArray().Select(result => (bool)result!["created"]!).ShouldBe([false, true], reply.Text);
        Salesforce.Query("SELECT LastName FROM Contact").Select(row => row["LastName"]).ShouldBe(["B", "C"]);
        ShouldRefuse(await PatchAsync($"sobjects/Contact/Id/{id}", """{"LastName":"D"}"""), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Collections_DeleteAndGet_AnswerInTheRequestsOrder()
    {
        var first = Salesforce.AddRecord("Contact", ("LastName", "A"));
        var second = Salesforce.AddRecord("Contact", ("LastName", "B"));
        var deleted = await SendAsync("DELETE", $"composite/sobjects?ids={first},003000000000001&allOrNone=false", null);
        deleted.Json!.AsArray().Select(result => (bool)result!["success"]!).ShouldBe([true, false], deleted.Text);
        var found = (await GetAsync($"composite/sobjects/Contact?ids={first},{second}&fields=LastName")).Json!.AsArray();
        found[0].ShouldBeNull();
        ((string?)found[1]!["LastName"]).ShouldBe("B");
    }

    [Fact]
    public async Task Collections_201Records_AreRefused()
    {
        var records = string.Join(',', Enumerable.Repeat("""{"attributes":{"type":"Contact"},"LastName":"A"}""", 201));
        ShouldRefuse(await PostAsync("composite/sobjects", $$"""{"records":[{{records}}]}"""), HttpStatusCode.BadRequest, "EXCEEDED_ID_LIMIT");
        Salesforce.Count("Contact").ShouldBe(0);
    }

    [Fact]
    public async Task Composite_LaterRequestsUseEarlierAnswers()
    {
        var before = Usage(await GetAsync("limits"));
        var reply = await PostAsync("composite", """
            {"allOrNone":true,"compositeRequest":[
            {"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"acme","body":{"Name":"Acme"}},
            {"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"anna","body":{"LastName":"A","AccountId":"@{acme.id}"}},
            {"method":"GET","url":"/services/data/v64.0/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{anna.id}'","referenceId":"found"}]}
            """);
        reply.Json!["compositeResponse"]!.AsArray().Select(one => (int)one!["httpStatusCode"]!).ShouldBe([201, 201, 200], reply.Text);
        ((string?)reply.Json["compositeResponse"]![2]!["body"]!["records"]![0]!["Account"]!["Name"]).ShouldBe("Acme");
        Usage(reply).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Composite_AllOrNone_TakesBackAndHalts()
    {
        var reply = await PostAsync("composite", """
            {"allOrNone":true,"compositeRequest":[
            {"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"a","body":{"Name":"Acme"}},
            {"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"b","body":{}}]}
            """);
        var parts = reply.Json!["compositeResponse"]!.AsArray();
        ((string?)parts[0]!["body"]![0]!["errorCode"]).ShouldBe("PROCESSING_HALTED");
        ((string?)parts[1]!["body"]![0]!["errorCode"]).ShouldBe("REQUIRED_FIELD_MISSING");
        Salesforce.Count("Account").ShouldBe(0);
    }

    [Fact]
    public async Task Composite_UnknownObject_IsAnsweredAsRecorded()
    {
        var reply = await PostAsync("composite", Recorded("recorded-composite-subrequest-404")["request"]!["body"]!.ToJsonString().Replace("vxx.0", "v64.0", StringComparison.Ordinal));
        var body = reply.Json!["compositeResponse"]![0]!["body"]![0]!;
        var recorded = Recorded("recorded-composite-subrequest-404")["response"]!["body"]!["compositeResponse"]![0]!["body"]![0]!;
        JsonNode.DeepEquals(body, recorded).ShouldBeTrue(reply.Text);
    }

    private static int Usage(Webex.Reply reply) => int.Parse(reply.Headers["Sforce-Limit-Info"].Split('=', '/')[1], System.Globalization.CultureInfo.InvariantCulture);
}
