using System.Text.Json;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Tests.Webex;

/// <summary>The vendor's schemas and samples as referee. Known defects of the files stand here and nowhere else.</summary>
internal static class WebexSpec
{
    /// <summary>Required by the schema, absent in some states by the vendor's own attribute tables.</summary>
    private static readonly HashSet<string> NotAlwaysPresent =
        ["password", "hostKey", "telephony", "end", "enabledBreakoutSessions", "meetingSeriesId", "personalMeetingRoom"];

    /// <summary>In the vendor's examples but not in its schemas.</summary>
    private static readonly HashSet<string> MissingInSchema = ["hasSummary", "enabledRegistrationId"];

    /// <summary>An object by the schema, an array in the examples.</summary>
    private static readonly HashSet<string> ArrayInReality = ["links"];

    /// <summary>Numbers by the schema, texts in the examples of forms.</summary>
    private static readonly string[] TextInReality = ["customizedQuestions[].id", "customizedQuestions[].options[].id"];

    private static readonly JsonNode Schemas = Read("schemas.json")["components"]!["schemas"]!;

    public static JsonNode Sample(string name) => Read(name);

    /// <summary>What is wrong with a response by the schema; empty when it fits.</summary>
    public static IReadOnlyList<string> Violations(string schema, JsonNode? value)
    {
        var found = new List<string>();
        Check(Schemas[schema]!, value, schema, found);
        return found;
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "webex", name)))!;

    private static void Check(JsonNode schema, JsonNode? value, string path, List<string> found)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = Schemas[reference.Split('/')[^1]]!;
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var type = (string?)schema["type"] ?? "object";
        if (type == "object" && kind == JsonValueKind.Array && ArrayInReality.Contains(path.Split('.')[^1]))
        {
            foreach (var item in value!.AsArray())
            {
                Check(schema, item, path + "[]", found);
            }

            return;
        }

        if (type == "number" && kind == JsonValueKind.String && TextInReality.Any(defect => path.EndsWith("." + defect, StringComparison.Ordinal)))
        {
            return;
        }

        var fits = type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "number" or "integer" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };
        if (!fits)
        {
            found.Add($"{path} is {kind}, not {type}");
            return;
        }

        if (schema["enum"] is JsonArray allowed && allowed.All(one => (string?)one != (string?)value))
        {
            found.Add($"{path} is '{value}', which is not in the vocabulary");
        }

        if (value is JsonArray array && schema["items"] is { } element)
        {
            foreach (var item in array)
            {
                Check(element, item, path + "[]", found);
            }
        }

        if (value is JsonObject json && schema["properties"] is JsonObject properties)
        {
            CheckProperties(schema, properties, json, path, found);
        }
    }

    private static void CheckProperties(JsonNode schema, JsonObject properties, JsonObject json, string path, List<string> found)
    {
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(one => (string)one!).Where(name => !json.ContainsKey(name) && !NotAlwaysPresent.Contains(name)))
        {
            found.Add($"{path}.{name} is missing");
        }

        foreach (var (name, child) in json)
        {
            if (properties[name] is { } known)
            {
                Check(known, child, path + "." + name, found);
            }
            else if (!MissingInSchema.Contains(name))
            {
                found.Add($"{path}.{name} is not in the schema");
            }
        }
    }
}
