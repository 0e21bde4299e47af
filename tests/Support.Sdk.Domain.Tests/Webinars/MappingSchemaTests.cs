using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// The published schema and the reader say the same of every document.
public sealed class MappingSchemaTests
{
    // What no schema can say: that a time zone exists, and that a table's values differ by more than their case.
    private static readonly string[] BeyondSchema = ["webinars.mapping-time-zone-unknown", "webinars.mapping-table-value-twice"];

    private static readonly JsonSchema Schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(CommittedFile.Root, "docs/schemas/webinar-mapping-1.schema.json")))!);

    [Fact]
    public void Schema_OfWhatIsWritten_AcceptsIt() => Schema.Accepts(JsonNode.Parse(Mappings.Everything)).ShouldBeTrue();

    // Takes the document with everything and, one place after the other, removes it, replaces it by each of a row of values, and adds a neighbour.
    [Fact]
    public void Schema_OfEveryDocumentWithOneChange_AgreesWithTheReader()
    {
        var (accepted, refused) = (0, 0);
        foreach (var (what, document) in Variants())
        {
            var bytes = Encoding.UTF8.GetBytes(document.ToJsonString());
            var isRead = WebinarMapping.TryParse(bytes, out _, out var problems) || problems.All(problem => BeyondSchema.Contains(problem.Code));

            Schema.Accepts(document).ShouldBe(isRead, $"{what}: {string.Join("; ", problems)}");
            _ = isRead ? accepted++ : refused++;
        }

        accepted.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Schema_Fields_NamesEveryFieldThatCanBeMapped()
    {
        // A hint for editors: which sources there are. Others are read, so that the validator can name a custom question.
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(CommittedFile.Root, "docs/schemas/webinar-mapping-1.schema.json")))!;

        root["$defs"]!["source"]!["anyOf"]!.AsArray().First(one => one!["enum"] is not null)!["enum"]!.AsArray().Select(name => name!.GetValue<string>())
            .ShouldBe(WebinarField.All.Select(field => field.Name));
    }

    private static IEnumerable<(string What, JsonNode Document)> Variants()
    {
        JsonNode?[] values = [null, true, 0, 1, 2, 1.5, "", " ", "x", "trim", "email", "lower", "first", "none", "always", "empty", "keep", "33", "date", "alpha2", "upsert", new JsonObject(), new JsonArray(), new JsonObject { ["a"] = "b" }];
        foreach (var path in Paths(JsonNode.Parse(Mappings.Everything)!, []).ToList())
        {
            yield return ($"without {string.Join('/', path)}", Changed(path, (holder, name) => Remove(holder, name)));
            foreach (var value in values)
            {
                yield return ($"{string.Join('/', path)} = {value?.ToJsonString() ?? "null"}", Changed(path, (holder, name) => Set(holder, name, value?.DeepClone())));
            }

            foreach (var neighbour in new[] { "to", "part", "table", "timeZone", "callingCode", "trunkPrefix", "otherwise", "value", "when", "source", "policy", "convert", "other" })
            {
                yield return ($"{neighbour} beside {string.Join('/', path)}", Changed(path, (holder, _) => Add(holder, neighbour)));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject holder => holder.SelectMany(property => Paths(property.Value, [.. path, property.Key]).Prepend([.. path, property.Key])),
        JsonArray list => list.SelectMany((item, i) => Paths(item, [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };

    private static JsonNode Changed(object[] path, Action<JsonNode, object> change)
    {
        var document = JsonNode.Parse(Mappings.Everything)!;
        change(path[..^1].Aggregate(document, (node, step) => step is int index ? node[index]! : node[(string)step]!), path[^1]);
        return document;
    }

    private static void Remove(JsonNode holder, object name)
    {
        if (name is int index)
        {
            holder.AsArray().RemoveAt(index);
        }
        else
        {
            holder.AsObject().Remove((string)name);
        }
    }

    private static void Set(JsonNode holder, object name, JsonNode? value)
    {
        if (name is int index)
        {
            holder[index] = value;
        }
        else
        {
            holder[(string)name] = value;
        }
    }

    private static void Add(JsonNode holder, string name)
    {
        if (holder is JsonObject properties)
        {
            properties.TryAdd(name, "x");
        }
    }
}
