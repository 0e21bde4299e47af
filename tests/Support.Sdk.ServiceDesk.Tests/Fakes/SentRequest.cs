namespace Support.Sdk.ServiceDesk.Tests;

internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string PathAndQuery => Address.PathAndQuery;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
