using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Up to 25 requests in one, later ones using what earlier ones answered (fact sheet section 8).</summary>
internal sealed partial class CompositeEndpoint(Org org, Func<EmulatorRequest, EmulatorResponse> handle)
{
    private const int Most = 25;
    private const int MostQueries = 5;

    public EmulatorResponse Run(SalesforceCall call)
    {
        var body = call.Body();
        if (!body.TryGetProperty("compositeRequest", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw SalesforceErrors.NotJson("The body must have an array compositeRequest");
        }

        var requests = list.EnumerateArray().ToList();
        if (requests.Count > Most || requests.Count(one => Text(one, "url").Contains("/query", StringComparison.Ordinal)) > MostQueries)
        {
            throw SalesforceErrors.Refuse(400, "LIMIT_EXCEEDED", $"A composite request has up to {Most} subrequests, {MostQueries} of them queries");
        }

        if (requests.Select(one => Text(one, "referenceId")).Distinct(StringComparer.Ordinal).Count() < requests.Count)
        {
            throw SalesforceErrors.Refuse(400, "INVALID_REQUEST", "Duplicate referenceId");
        }

        var allOrNone = body.TryGetProperty("allOrNone", out var flag) && flag.ValueKind == JsonValueKind.True;
        var answers = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var responses = new List<(string Reference, int Status, JsonNode? Body, JsonObject Headers)>();
        if (allOrNone)
        {
            org.Begin();
        }

        foreach (var request in requests)
        {
            var reference = Text(request, "referenceId");
            var response = Answer(call, request, answers);
            var answer = response.Body.Length == 0 ? null : JsonNode.Parse(response.Body);
            answers[reference] = response.Status < 300 ? answer : null;
            responses.Add((reference, response.Status, answer, new JsonObject(response.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value)))));
            if (allOrNone && response.Status >= 400)
            {
                org.Rollback();
                responses = Halt(requests, responses);
                allOrNone = false;
                break;
            }
        }

        if (allOrNone)
        {
            org.Commit();
        }

        return EmulatorResponse.Json(200, new JsonObject
        {
            ["compositeResponse"] = new JsonArray([.. responses.Select(one => (JsonNode)new JsonObject
            {
                ["body"] = one.Body,
                ["httpHeaders"] = one.Headers,
                ["httpStatusCode"] = one.Status,
                ["referenceId"] = one.Reference,
            })]),
        });
    }

    /// <summary>All but the one that failed say that they were taken back.</summary>
    private static List<(string, int, JsonNode?, JsonObject)> Halt(List<JsonElement> requests, List<(string Reference, int Status, JsonNode? Body, JsonObject Headers)> done) =>
        [.. requests.Select((request, i) => i == done.Count - 1 ? done[i] : (Text(request, "referenceId"), 400, JsonNode.Parse(
            """[{"errorCode":"PROCESSING_HALTED","message":"The transaction was rolled back since another operation in the same transaction failed."}]"""), new JsonObject()))];

    private EmulatorResponse Answer(SalesforceCall call, JsonElement request, Dictionary<string, JsonNode?> answers)
    {
        try
        {
            var url = Fill(Text(request, "url"), answers);
            var query = url.IndexOf('?', StringComparison.Ordinal);
            IHeaderDictionary headers = new HeaderDictionary();
            if (request.TryGetProperty("httpHeaders", out var given) && given.ValueKind == JsonValueKind.Object)
            {
                foreach (var header in given.EnumerateObject())
                {
                    headers[header.Name] = header.Value.ToString();
                }
            }

            headers.Authorization = call.Request.Headers.Authorization;
            headers.ContentType = "application/json";
            var nested = new EmulatorRequest
            {
                Method = Text(request, "method"),
                Path = query < 0 ? url : url[..query],
                QueryString = query < 0 ? "" : url[query..],
                Origin = call.Request.Origin,
                Headers = headers,
                Body = request.TryGetProperty("body", out var body) ? System.Text.Encoding.UTF8.GetBytes(Fill(body.GetRawText(), answers)) : [],
                At = call.Request.At,
                IsNested = true,
            };
            return nested.Path.EndsWith("/composite", StringComparison.Ordinal) || nested.Path.Contains("/jobs/", StringComparison.Ordinal)
                ? SalesforceErrors.Rest(400, "INVALID_REQUEST", $"{nested.Path} cannot be part of a composite request")
                : handle(nested);
        }
        catch (RefusalException refusal)
        {
            return refusal.Response;
        }
    }

    private static string Fill(string text, Dictionary<string, JsonNode?> answers) => Reference().Replace(text, match =>
    {
        var node = answers.GetValueOrDefault(match.Groups[1].Value);
        foreach (Match step in Step().Matches(match.Groups[2].Value))
        {
            node = step.Groups[1].Success
                ? node is JsonArray list && int.Parse(step.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) is var index && index < list.Count ? list[index] : null
                : (node as JsonObject)?[step.Groups[2].Value];
        }

        return node is JsonValue value
            ? value.ToString()
            : throw SalesforceErrors.Refuse(400, "PROCESSING_HALTED", $"Invalid reference specified. No value for {match.Value[2..^1]} found in {match.Groups[1].Value}");
    });

    private static string Text(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw SalesforceErrors.NotJson($"Every subrequest needs {name}");

    [GeneratedRegex(@"@\{(\w+)((?:\[\d+\]|\.\w+)+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[(\d+)\]|\.(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
