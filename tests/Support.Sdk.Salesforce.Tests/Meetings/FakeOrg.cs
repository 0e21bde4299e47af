using System.Text.Json.Nodes;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>An org that keeps Events with a unique key as Salesforce does: the real describe of Event, with the key field that an administrator adds.</summary>
internal sealed class FakeOrg
{
    public const string KeyField = "Support_Sdk_Key__c";
    private const string Root = "/services/data/v64.0/sobjects/";
    private readonly JsonNode _describe = JsonNode.Parse(Sample.Describe("Event"))!;

    public FakeOrg(FakeSalesforce salesforce) => salesforce.Always(Answer);

    /// <summary>By their keys.</summary>
    public Dictionary<string, JsonObject> Events { get; } = [];

    /// <summary>Paths below <c>sobjects</c> with what is read there.</summary>
    public Dictionary<string, string> Records { get; } = new() { ["Case/" + Case] = $$"""{"Id":"{{Case}}","Subject":"Printer","ContactId":"{{Contact}}"}""" };

    /// <summary>What happens at the next writes; an entry that gives nothing lets one pass.</summary>
    public Queue<Func<Func<HttpResponseMessage>, HttpResponseMessage>> Faults { get; } = new();

    public JsonObject Key { get; } = new()
    {
        ["name"] = KeyField,
        ["type"] = "string",
        ["length"] = 255,
        ["externalId"] = true,
        ["unique"] = true,
        ["caseSensitive"] = true,
        ["createable"] = true,
        ["updateable"] = true,
    };

    public static string Case { get; } = RecordId.Parse("5003000000D8cuI").Value;

    public static string Contact { get; } = RecordId.Parse("0033000000D8cuI").Value;

    public static HttpResponseMessage Error(HttpStatusCode status, string code, string message = "no") =>
        FakeSalesforce.Response($$"""[{"message":"{{message}}","errorCode":"{{code}}","fields":[]}]""", status);

    private HttpResponseMessage Answer(SentRequest request)
    {
        var path = request.Address.AbsolutePath;
        path.ShouldStartWith(Root);
        var parts = path[Root.Length..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (request.Method == HttpMethod.Get)
        {
            return parts switch
            {
                ["Event", "describe"] => Describe(),
                ["Event", KeyField, var key] => Events.TryGetValue(key, out var found) ? Ok(found) : Error(HttpStatusCode.NotFound, "NOT_FOUND", "The requested resource does not exist"),
                [var name, var id] when Records.TryGetValue($"{name}/{id}", out var record) => FakeSalesforce.Response(record, HttpStatusCode.OK),
                _ => Error(HttpStatusCode.NotFound, "NOT_FOUND", "The requested resource does not exist"),
            };
        }

        parts[0].ShouldBe("Event");
        return Faults.TryDequeue(out var fault) ? fault(() => Write(request, parts)) : Write(request, parts);
    }

    private HttpResponseMessage Write(SentRequest request, string[] parts)
    {
        var values = JsonNode.Parse(request.Body!)!.AsObject();
        foreach (var (name, _) in values)
        {
            (name == KeyField || _describe["fields"]!.AsArray().Any(field => (string)field!["name"]! == name && (bool)field["createable"]!)).ShouldBeTrue(name);
        }

        if (request.Method == HttpMethod.Post)
        {
            parts.Length.ShouldBe(1);
            var key = (string)values[KeyField]!;
            values["Id"] = "00U000000000001";
            return Events.TryAdd(key, values)
                ? FakeSalesforce.Response("""{"id":"00U000000000001AAA","success":true,"errors":[]}""", HttpStatusCode.Created)
                : Error(HttpStatusCode.BadRequest, "DUPLICATE_VALUE", "duplicate value found");
        }

        request.Method.ShouldBe(HttpMethod.Patch);
        parts[1].ShouldBe(KeyField);
        values.ContainsKey(KeyField).ShouldBeFalse();
        var isNew = !Events.TryGetValue(parts[2], out var record);
        record ??= Events[parts[2]] = [];
        foreach (var (name, value) in values)
        {
            record[name] = value?.DeepClone();
        }

        return FakeSalesforce.Response(
            $$"""{"id":"00U000000000001AAA","success":true,"errors":[],"created":{{(isNew ? "true" : "false")}}}""", isNew ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    private HttpResponseMessage Describe()
    {
        var describe = _describe.DeepClone();
        describe["fields"]!.AsArray().Add(Key.DeepClone());
        return Ok(describe);
    }

    private static HttpResponseMessage Ok(JsonNode body) => FakeSalesforce.Response(body.ToJsonString(), HttpStatusCode.OK);
}
