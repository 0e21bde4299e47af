using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>Judges requests by what Zendesk's OpenAPI file says, plus its known defects.</summary>
internal sealed class Referee
{
    private readonly List<Operation> _operations = [];

    public Referee()
    {
        var defects = Load("known-defects.yaml");
        foreach (var node in ((YamlSequenceNode)Load("operations.yaml")["operations"]).Cast<YamlMappingNode>())
        {
            var name = $"{node["verb"]} {node["path"]}";
            var pattern = "^" + Regex.Replace(node["path"].ToString(), @"\{[^}]+\}", "[^/]+") + "$";
            _operations.Add(new(
                name,
                node["verb"].ToString(),
                new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)),
                [.. Words(node["query"]), .. Extra(defects, "query", name)],
                [.. Words(node["body"]), .. Extra(defects, "body", name), .. Extra(defects, "prose", name)],
                Extra(defects, "prose", name).Any()));
        }
    }

    public IEnumerable<string> Operations => _operations.Select(operation => operation.Name);

    /// <summary>The operation a request is, by verb and path; literal segments go before holes.</summary>
    public Operation Find(SentRequest request) =>
        _operations.Where(operation => operation.Verb == request.Method.Method && operation.Path.IsMatch(request.Address.AbsolutePath))
            .OrderBy(operation => operation.Name.Count(c => c == '{')).FirstOrDefault()
        ?? throw new ShouldAssertException($"{request.Method} {request.Address.AbsolutePath} is no operation of the OpenAPI file.");

    /// <summary>Everything in a request that the file does not know.</summary>
    public IReadOnlyList<string> Judge(SentRequest request)
    {
        var operation = Find(request);
        List<string> unknown = [.. QueryNames(request.Address).Where(name => !operation.Query.Contains(name)).Select(name => $"query {name}")];
        if (request.Body is not null)
        {
            using var document = JsonDocument.Parse(request.Body);
            Walk(document.RootElement, "", name =>
            {
                // Where only prose speaks, it names the top level.
                var known = operation.Body.Contains(name) || (operation.OnlyProse && name.Contains('.'));
                if (!known && !name.StartsWith("ticket.metadata.", StringComparison.Ordinal) && !name.StartsWith("ticket.requester.", StringComparison.Ordinal))
                {
                    unknown.Add($"body {name}");
                }
            });
        }

        return unknown;
    }

    private static void Walk(JsonElement element, string prefix, Action<string> visit)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, prefix, visit);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                visit(prefix + property.Name);
                Walk(property.Value, prefix + property.Name + ".", visit);
            }
        }
    }

    private static IEnumerable<string> QueryNames(Uri address) =>
        address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]));

    private static IEnumerable<string> Words(YamlNode node) => ((YamlSequenceNode)node).Select(word => word.ToString());

    private static IEnumerable<string> Extra(YamlMappingNode defects, string kind, string operation) =>
        ((YamlMappingNode)defects[kind]).Children.TryGetValue(new YamlScalarNode(operation), out var words) ? Words(words) : [];

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Referee", file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    internal sealed record Operation(string Name, string Verb, Regex Path, HashSet<string> Query, HashSet<string> Body, bool OnlyProse);
}
