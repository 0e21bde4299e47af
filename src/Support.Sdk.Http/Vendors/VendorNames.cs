namespace Support.Sdk.Http;

internal static class VendorNames
{
    /// <summary>The name of the account's HTTP client, also the key of its services: <c>webex</c>, or <c>webex:account</c>.</summary>
    public static string Client(string vendor, string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(vendor);
        ArgumentNullException.ThrowIfNull(account);
        return account.Length == 0 ? vendor : $"{vendor}:{account}";
    }

    /// <summary>The name of the client that talks to the token endpoint: without the account's pipeline, which waits for tokens itself.</summary>
    public static string TokenClient(string vendor, string account) => Client(vendor, account) + "#oauth";
}
