using System.Text.Json;

namespace Support.Sdk.Salesforce.Tests;

internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body, string? ContentType)
{
    /// <summary>Method and path below the version, with the query decoded.</summary>
    public string Line => $"{Method} {Uri.UnescapeDataString(Address.PathAndQuery).Replace("/services/data/v64.0/", "", StringComparison.Ordinal)}";

    public JsonElement Json => JsonDocument.Parse(Body!).RootElement;

    /// <summary>The fields of a form, decoded.</summary>
    public IReadOnlyDictionary<string, string> Form => Body!.Split('&').Select(static pair => pair.Split('=', 2)).ToDictionary(
        static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
}
