using System.Text.Json;

namespace Support.Sdk.Webex.Tests;

internal static class Sample
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));

    public static JsonElement Json(string name) => JsonDocument.Parse(Text(name)).RootElement;
}
