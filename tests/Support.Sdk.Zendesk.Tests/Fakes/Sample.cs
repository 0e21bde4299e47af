using System.Text.Json.Nodes;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>The recorded and documented answers beside the tests (Samples/SOURCES.md).</summary>
internal static class Sample
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));

    /// <summary>The body of the answer in a recorded exchange.</summary>
    public static string ReadRecordedBody(string name) => JsonNode.Parse(Read(name))!["response"]!["body"]!.ToJsonString();

    /// <summary>The headers of the answer in a recorded exchange.</summary>
    public static (string, string)[] ReadRecordedHeaders(string name) =>
        [.. JsonNode.Parse(Read(name))!["response"]!["headers"]!.AsObject()
            .Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (header.Key, header.Value!.GetValue<string>()))];
}
