using System.Text.Json;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>The recorded and observed answers beside the tests (Samples/SOURCES.md, Describes/SOURCES.md).</summary>
internal static class Sample
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + (Path.HasExtension(name) ? "" : ".json")));

    public static string Describe(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Describes", $"describe-{name}.json"));

    public static JsonElement Json(string name) => JsonDocument.Parse(Text(name)).RootElement;

    /// <summary>The body of the request in a recorded exchange.</summary>
    public static JsonElement RecordedRequest(string name) => Json(name).GetProperty("request").GetProperty("body");

    /// <summary>The body of the answer in a recorded exchange.</summary>
    public static JsonElement RecordedAnswer(string name) => Json(name).GetProperty("response").GetProperty("body");
}
