using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Support.Sdk.Tests.Webinars;

// The keywords of JSON Schema that our schema uses. A keyword that is not among them throws: the schema must not say more than is checked.
internal sealed class JsonSchema(JsonNode root)
{
    private static readonly string[] Remarks = ["$schema", "$id", "title", "description", "$defs", "default"];

    private readonly JsonNode _root = root;

    public bool Accepts(JsonNode? value) => Accepts(_root, value);

    private bool Accepts(JsonNode schema, JsonNode? value) => schema is JsonValue
        ? schema.GetValue<bool>()
        : schema.AsObject().Where(keyword => !Remarks.Contains(keyword.Key)).All(keyword => Accepts(keyword.Key, keyword.Value!, schema.AsObject(), value));

    private bool Accepts(string keyword, JsonNode operand, JsonObject schema, JsonNode? value) => keyword switch
    {
        "$ref" => Accepts(Resolve(operand.GetValue<string>()), value),
        "type" => Type(value) == operand.GetValue<string>() || (operand.GetValue<string>() == "number" && Type(value) == "integer"),
        "const" => JsonNode.DeepEquals(operand, value),
        "enum" => operand.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "required" => value is not JsonObject holder || operand.AsArray().All(name => holder.ContainsKey(name!.GetValue<string>())),
        "properties" => value is not JsonObject holder || operand.AsObject().All(property => !holder.TryGetPropertyValue(property.Key, out var inner) || Accepts(property.Value!, inner)),
        "additionalProperties" => value is not JsonObject holder || holder.All(property => schema["properties"]?[property.Key] is not null || Accepts(operand, property.Value)),
        "minProperties" => value is not JsonObject holder || holder.Count >= operand.GetValue<int>(),
        "items" => value is not JsonArray list || list.All(item => Accepts(operand, item)),
        "minItems" => value is not JsonArray list || list.Count >= operand.GetValue<int>(),
        "contains" => value is not JsonArray list || list.Any(item => Accepts(operand, item)),
        "pattern" => Type(value) != "string" || Regex.IsMatch(value!.GetValue<string>(), operand.GetValue<string>(), RegexOptions.CultureInvariant | RegexOptions.ECMAScript),
        "anyOf" => operand.AsArray().Any(one => Accepts(one!, value)),
        "oneOf" => operand.AsArray().Count(one => Accepts(one!, value)) == 1,
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"The keyword '{keyword}' is not checked here.")),
    };

    private JsonNode Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(_root, (node, name) => node[name] ?? throw new KeyNotFoundException(reference));

    private static string Type(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-') ? "integer" : "number",
        _ => "boolean",
    };
}
