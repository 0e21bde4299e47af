using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Refuses what a duplicate rule finds (fact sheet section 3, DUPLICATES_DETECTED).</summary>
internal sealed class DuplicateCheck(Org org)
{
    public void Check(RecordTable table, Dictionary<int, string> values, int row, WriteContext context)
    {
        foreach (var rule in org.DuplicateRules)
        {
            if (rule.ObjectName != table.Schema.Name || (rule.AllowSave && context.AllowDuplicates))
            {
                continue;
            }

            var found = Find(table, rule, values, row);
            if (found.Count > 0)
            {
                throw new RecordException(new RecordError("DUPLICATES_DETECTED", rule.Message, null)
                {
                    Duplicates = (org.Options.DuplicateResultMisspelt ? "duplicateResut" : "duplicateResult", Describe(table, rule, found)),
                });
            }
        }
    }

    private static List<int> Find(RecordTable table, SalesforceDuplicateRule rule, Dictionary<int, string> values, int row)
    {
        var fields = rule.Fields.Select(table.Schema.Field).ToList();
        if (fields.Exists(field => !values.ContainsKey(field.Ordinal)))
        {
            return [];
        }

        return [.. table.Lookup(fields[0], values[fields[0].Ordinal])
            .Where(other => other != row && table.IsLive(other)
                && fields.TrueForAll(field => string.Equals(table.Get(other, field), values[field.Ordinal], StringComparison.OrdinalIgnoreCase)))];
    }

    private static JsonObject Describe(RecordTable table, SalesforceDuplicateRule rule, List<int> found) => new()
    {
        ["allowSave"] = rule.AllowSave,
        ["duplicateRule"] = rule.Name,
        ["duplicateRuleEntityType"] = table.Schema.Name,
        ["errorMessage"] = rule.Message,
        ["matchResults"] = new JsonArray(new JsonObject
        {
            ["entityType"] = table.Schema.Name,
            ["errors"] = new JsonArray(),
            ["matchEngine"] = "ExactMatchEngine",
            ["matchRecords"] = new JsonArray([.. found.Select(row => (JsonNode)new JsonObject
            {
                ["additionalInformation"] = new JsonArray(),
                ["fieldDiffs"] = new JsonArray(),
                ["matchConfidence"] = 100.0,
                ["record"] = new JsonObject
                {
                    ["attributes"] = new JsonObject { ["type"] = table.Schema.Name, ["url"] = RecordReader.Url("v64.0", table, row) },
                    ["Id"] = table.Id(row),
                },
            })]),
            ["rule"] = rule.Name + "_Match",
            ["size"] = found.Count,
            ["success"] = true,
        }),
    };
}
