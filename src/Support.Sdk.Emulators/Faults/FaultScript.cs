using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Faults;

/// <summary>Faults as a JSON document, for hosts that are not written in code.</summary>
/// <remarks>
/// <code>
/// {
///   "requests": [
///     { "method": "POST", "path": "/v1/meetings", "skip": 1, "times": 2, "after": 0.5,
///       "respond": { "status": 429, "retryAfter": "rand(30),add(30)", "body": "…", "contentType": "…", "afterCommit": false } },
///     { "method": "*", "path": "/v1/people/me", "times": "always", "effect": "CutAfterCommit" },
///     { "method": "GET", "path": "/v1/meetings", "effect": "Delay", "after": 3 },
///     { "method": "GET", "path": "/v1/meetings", "effect": "WrongContentType", "contentType": "text/html", "body": "&lt;html/&gt;" }
///   ],
///   "webhooks": [ { "topic": "meetings.started", "skip": 0, "times": 1, "effect": "Duplicate" }, { "topic": "*", "effect": "Delay", "after": 30 } ]
/// }
/// </code>
/// Times are seconds. Without <c>times</c> a fault strikes once. <c>retryAfter</c> is a string sent as it stands, a number of
/// seconds, or <c>{ "dateIn": 30 }</c> for an HTTP date. Effects are the names of <see cref="FaultEffect"/> and <see cref="WebhookFaultEffect"/>.
/// </remarks>
public static class FaultScript
{
    internal static void Load(string json, FaultPlan requests, WebhookFaultPlan webhooks)
    {
        // Everything is read before anything is added: a bad script leaves no half of itself behind.
        var steps = new List<Action>();
        try
        {
            var root = JsonNode.Parse(json)?.AsObject() ?? throw new FormatException("The script is empty.");
            foreach (var entry in root["requests"]?.AsArray() ?? [])
            {
                steps.Add(ReadRequestFault(entry!.AsObject(), requests));
            }

            foreach (var entry in root["webhooks"]?.AsArray() ?? [])
            {
                steps.Add(ReadWebhookFault(entry!.AsObject(), webhooks));
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new FormatException($"The fault script is not valid: {problem.Message}", problem);
        }

        steps.ForEach(step => step());
    }

    private static Action ReadRequestFault(JsonObject entry, FaultPlan plan)
    {
        var rule = plan.On(Text(entry, "method") ?? "*", Text(entry, "path") ?? throw new FormatException("A request fault needs 'path'."))
            .Skip((int?)entry["skip"] ?? 0)
            .After(Seconds(entry["after"]));
        rule = Times(entry) is { } times ? rule.Times(times) : rule.Always();
        if (entry["respond"] is JsonObject respond)
        {
            var status = (int?)respond["status"] ?? throw new FormatException("'respond' needs 'status'.");
            var (retryAfter, body, contentType) = (ReadRetryAfter(respond["retryAfter"]), Text(respond, "body"), Text(respond, "contentType"));
            ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
            return (bool?)respond["afterCommit"] == true
                ? () => rule.RespondAfterCommit(status, retryAfter, body, contentType)
                : () => rule.Respond(status, retryAfter, body, contentType);
        }

        var type = Text(entry, "contentType") ?? "text/html;charset=UTF-8";
        var replacement = Text(entry, "body");
        var wait = Seconds(entry["after"]);
        return Text(entry, "effect") switch
        {
            nameof(FaultEffect.Delay) when wait > TimeSpan.Zero => () => rule.Delay(wait),
            nameof(FaultEffect.CutBeforeCommit) => () => rule.CutBeforeCommit(),
            nameof(FaultEffect.CutAfterCommit) => () => rule.CutAfterCommit(),
            nameof(FaultEffect.MalformBody) => () => rule.MalformBody(),
            nameof(FaultEffect.WrongContentType) => () => rule.WrongContentType(type, replacement),
            var other => throw new FormatException($"The effect '{other}' is unknown or lacks a value: use 'respond', or Delay with 'after', CutBeforeCommit, CutAfterCommit, MalformBody, WrongContentType."),
        };
    }

    private static Action ReadWebhookFault(JsonObject entry, WebhookFaultPlan plan)
    {
        var rule = plan.On(Text(entry, "topic") ?? "*").Skip((int?)entry["skip"] ?? 0);
        rule = Times(entry) is { } times ? rule.Times(times) : rule.Always();
        var wait = Seconds(entry["after"]);
        return Text(entry, "effect") switch
        {
            nameof(WebhookFaultEffect.Drop) => () => rule.Drop(),
            nameof(WebhookFaultEffect.Duplicate) => () => rule.Duplicate(),
            nameof(WebhookFaultEffect.Reorder) => () => rule.Reorder(),
            nameof(WebhookFaultEffect.Delay) when wait > TimeSpan.Zero => () => rule.Delay(wait),
            var other => throw new FormatException($"The effect '{other}' is unknown or lacks a value: use Drop, Duplicate, Reorder, or Delay with 'after'."),
        };
    }

    private static RetryAfter ReadRetryAfter(JsonNode? node) => node switch
    {
        null => RetryAfter.Missing,
        JsonObject form => RetryAfter.DateIn(Seconds(form["dateIn"])),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => RetryAfter.Seconds((long)value),
        _ => RetryAfter.FromString((string)node!),
    };

    private static int? Times(JsonObject entry) => entry["times"] switch
    {
        null => 1,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string?)value == "always" ? null : throw new FormatException("'times' is a number or \"always\"."),
        var number => (int)number,
    };

    private static TimeSpan Seconds(JsonNode? node) => TimeSpan.FromSeconds((double?)node ?? 0);

    private static string? Text(JsonObject entry, string name) => (string?)entry[name];
}
