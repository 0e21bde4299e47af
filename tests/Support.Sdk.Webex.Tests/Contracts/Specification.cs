using System.Text.Json;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>The vendor's OpenAPI file as a referee: which operations there are, and what goes into and comes out of them.</summary>
internal static class Specification
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "webex.extract.json"))).RootElement;

    /// <summary>The operation of a concrete path such as <c>meetings/abc/end</c>.</summary>
    public static JsonElement Operation(HttpMethod method, string path)
    {
        var segments = path.Split('/');
        var template = Root.GetProperty("paths").EnumerateObject()
            .Where(candidate => Matches(candidate.Name.TrimStart('/').Split('/'), segments) && candidate.Value.TryGetProperty(method.Method.ToLowerInvariant(), out _))
            .OrderBy(candidate => candidate.Name.Count(static character => character == '{'))
            .Select(static candidate => candidate.Value)
            .Cast<JsonElement?>()
            .FirstOrDefault();
        return (template ?? throw new InvalidOperationException($"The specification has no {method} {path}.")).GetProperty(method.Method.ToLowerInvariant());
    }

    public static IReadOnlyDictionary<string, bool> Parameters(JsonElement operation, string kind) =>
        (operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
            .Select(Resolve)
            .Where(parameter => parameter.GetProperty("in").GetString() == kind)
            .ToDictionary(
                static parameter => parameter.GetProperty("name").GetString()!,
                static parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean());

    public static (string ContentType, JsonElement Schema) Body(JsonElement operation) => Content(Resolve(operation.GetProperty("requestBody")));

    public static JsonElement Answer(JsonElement operation) => Content(Resolve(operation.GetProperty("responses").GetProperty("200"))).Schema;

    public static IReadOnlyDictionary<string, JsonElement> Properties(JsonElement schema)
    {
        schema = Resolve(schema);
        var all = new Dictionary<string, JsonElement>();
        if (schema.TryGetProperty("allOf", out var parts))
        {
            foreach (var property in parts.EnumerateArray().SelectMany(Properties))
            {
                all[property.Key] = property.Value;
            }
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                all[property.Name] = Resolve(property.Value);
            }
        }

        return all;
    }

    public static IReadOnlyList<string> Required(JsonElement schema) =>
        Resolve(schema).TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(static name => name.GetString()!)] : [];

    public static string TypeOf(JsonElement schema) => Resolve(schema).TryGetProperty("type", out var type) ? type.GetString()! : "object";

    public static JsonElement Items(JsonElement schema) => Resolve(Resolve(schema).GetProperty("items"));

    private static (string ContentType, JsonElement Schema) Content(JsonElement holder)
    {
        var content = holder.GetProperty("content").EnumerateObject().Single();
        return (content.Name, Resolve(content.Value.GetProperty("schema")));
    }

    private static JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(Root, static (current, name) => current.GetProperty(name));
        }

        return element;
    }

    private static bool Matches(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(static pair => pair.First == pair.Second || pair.First.StartsWith('{'));
}
