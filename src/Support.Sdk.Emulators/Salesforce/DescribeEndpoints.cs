using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Versions, resources and describes (fact sheet sections 1 and 5).</summary>
internal sealed class DescribeEndpoints(Org org)
{
    private static readonly string[] Brief =
    [
        "activateable", "createable", "custom", "customSetting", "deletable", "deprecatedAndHidden", "feedEnabled", "keyPrefix", "label", "labelPlural",
        "layoutable", "mergeable", "mruEnabled", "name", "queryable", "replicateable", "retrieveable", "searchable", "triggerable", "undeletable", "updateable", "urls",
    ];

    /// <summary><c>GET /services/data</c>: needs no session.</summary>
    public EmulatorResponse Versions(EmulatorRequest request)
    {
        _ = request;
        return EmulatorResponse.Json(200, new JsonArray([.. Enumerable.Range(31, org.Options.LatestVersion - 30).Select(version => (JsonNode)new JsonObject
        {
            ["label"] = Label(version),
            ["url"] = $"/services/data/v{version}.0",
            ["version"] = $"{version}.0",
        })]));
    }

    public EmulatorResponse Resources(SalesforceCall call)
    {
        var root = "/services/data/" + call.Version;
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["sobjects"] = root + "/sobjects",
            ["query"] = root + "/query",
            ["queryAll"] = root + "/queryAll",
            ["composite"] = root + "/composite",
            ["jobs"] = root + "/jobs",
            ["limits"] = root + "/limits",
        });
    }

    public EmulatorResponse Global(SalesforceCall call) => Cached(call, org.Tables.Max(table => table.Schema.ChangedAt), () => new JsonObject
    {
        ["encoding"] = "UTF-8",
        ["maxBatchSize"] = 200,
        ["sobjects"] = new JsonArray([.. org.Tables.Select(table => (JsonNode)Summary(table.Schema))]),
    });

    public EmulatorResponse Basic(SalesforceCall call)
    {
        var schema = call.Table().Schema;
        return Cached(call, schema.ChangedAt, () => new JsonObject { ["objectDescribe"] = Summary(schema), ["recentItems"] = new JsonArray() });
    }

    public EmulatorResponse Full(SalesforceCall call)
    {
        var schema = call.Table().Schema;
        return Cached(call, schema.ChangedAt, () => schema.Describe);
    }

    private static JsonObject Summary(ObjectSchema schema) => new(Brief
        .Where(schema.Describe.ContainsKey)
        .Select(name => KeyValuePair.Create(name, schema.Describe[name]?.DeepClone())));

    private static EmulatorResponse Cached(SalesforceCall call, DateTimeOffset changedAt, Func<JsonNode> body)
    {
        var changed = changedAt.AddTicks(-(changedAt.Ticks % TimeSpan.TicksPerSecond));
        var fresh = call.Request.Header("If-Modified-Since") is { } since
            && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seen) && changed <= seen;
        EmulatorResponse response;
        if (fresh)
        {
            response = EmulatorResponse.Empty(304);
        }
        else
        {
            var text = body().ToJsonString().Replace("/vxx.0/", $"/{call.Version}/", StringComparison.Ordinal)
                .Replace("https://orgname.my.salesforce.com", call.Request.Origin, StringComparison.Ordinal);
            response = EmulatorResponse.Text(200, text, "application/json;charset=UTF-8");
        }

        return response.With("Last-Modified", changed.ToString("R", CultureInfo.InvariantCulture));
    }

    private static string Label(int version)
    {
        var year = 14 + ((version - 31 + 2) / 3);
        return (version % 3) switch
        {
            1 => $"Summer '{year}",
            2 => $"Winter '{year}",
            _ => $"Spring '{year}",
        };
    }
}
