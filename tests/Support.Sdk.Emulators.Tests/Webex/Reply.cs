using System.Net;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Tests.Webex;

/// <summary>An answer, read to the end.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonNode? Json, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Next => Headers.TryGetValue("Link", out var link) ? link[(link.IndexOf('<') + 1)..link.IndexOf('>')] : null;

    public JsonArray Items => Json!["items"]!.AsArray();

    public IEnumerable<string> ItemIds => Items.Select(item => (string)item!["id"]!);

    public string Id => (string)Json!["id"]!;

    public string Description => (string)Json!["errors"]![0]!["description"]!;

    public string this[string name] => (string)Json![name]!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        JsonNode? json = null;
        if (response.Content.Headers.ContentType?.MediaType == "application/json" && text.Length > 0)
        {
            json = JsonNode.Parse(text);
        }

        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply(response.StatusCode, json, text, headers);
    }
}
