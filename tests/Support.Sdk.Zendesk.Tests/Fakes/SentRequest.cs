namespace Support.Sdk.Zendesk.Tests;

internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string PathAndQuery => Uri.UnescapeDataString(Address.PathAndQuery);
}
