using System.Text.Json;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>Compares what was sent with the vendor's OpenAPI file.</summary>
internal static class Referee
{
    /// <summary>Path and verb exist, every query parameter is known, every one there is can be sent (unless <paramref name="partial"/>), and so the body.</summary>
    public static void Check(SentRequest sent, bool partial = false)
    {
        var operation = Specification.Operation(sent.Method, sent.Path);
        var query = Specification.Parameters(operation, "query");
        sent.Query.Keys.ShouldBeSubsetOf(query.Keys);
        query.Where(static parameter => parameter.Value).Select(static parameter => parameter.Key).ShouldBeSubsetOf(sent.Query.Keys);
        if (!partial)
        {
            sent.Query.Keys.Order().ShouldBe(query.Keys.Order());
            Specification.Parameters(operation, "header").Keys.ShouldBeSubsetOf(sent.Headers.Keys.Select(static name => name.ToLowerInvariant()));
        }

        if (!operation.TryGetProperty("requestBody", out _))
        {
            sent.Body.ShouldBeNull();
            return;
        }

        var (contentType, schema) = Specification.Body(operation);
        if (contentType != SpecDefects.PatchContentType)
        {
            sent.ContentType!.Split(';')[0].ShouldBe(contentType);
        }

        Compare(sent.Json, schema, "", partial);
    }

    private static void Compare(JsonElement sent, JsonElement schema, string path, bool partial)
    {
        var known = Specification.Properties(schema);
        foreach (var property in sent.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!known.TryGetValue(property.Name, out var expected))
            {
                SpecDefects.MissingInSchema.ShouldContain(name);
                continue;
            }

            CompareValue(property.Value, expected, name, partial);
        }

        Specification.Required(schema).ShouldBeSubsetOf(sent.EnumerateObject().Select(static property => property.Name), path);
        if (!partial)
        {
            known.Keys.Except(sent.EnumerateObject().Select(static property => property.Name)).ShouldBeEmpty($"not to be sent by the client, at '{path}'");
        }
    }

    private static void CompareValue(JsonElement sent, JsonElement schema, string name, bool partial)
    {
        var type = Specification.TypeOf(schema);
        if (!SpecDefects.OtherType.Contains(name))
        {
            var matches = type switch
            {
                "string" => sent.ValueKind == JsonValueKind.String,
                "number" or "integer" => sent.ValueKind == JsonValueKind.Number,
                "boolean" => sent.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "array" => sent.ValueKind == JsonValueKind.Array,
                _ => sent.ValueKind == JsonValueKind.Object,
            };
            matches.ShouldBeTrue($"{name} is {sent.ValueKind} but should be {type}");
        }

        if (sent.ValueKind == JsonValueKind.Object)
        {
            Compare(sent, schema, name, partial);
        }

        if (sent.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in sent.EnumerateArray())
            {
                CompareValue(item, Specification.Items(schema), name + (item.ValueKind == JsonValueKind.Object ? "" : "[]"), partial);
            }
        }
    }
}
