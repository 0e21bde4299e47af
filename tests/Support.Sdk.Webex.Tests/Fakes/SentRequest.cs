using System.Text.Json;

namespace Support.Sdk.Webex.Tests;

internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body, string? ContentType)
{
    /// <summary>The path below the base address.</summary>
    public string Path => Address.AbsolutePath["/v1/".Length..];

    public JsonElement Json => JsonDocument.Parse(Body!).RootElement;

    /// <summary>The query parameters, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query => Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
}
