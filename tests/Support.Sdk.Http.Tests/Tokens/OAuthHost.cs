using System.Net;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http.Tests;

internal static class OAuthHost
{
    public static readonly TokenKey Key = new("acme", "");

    public static readonly OAuthProvider Provider = new()
    {
        AuthorizeEndpoint = new Uri("https://login.acme.test/authorize?tenant=1"),
        TokenEndpoint = new Uri("https://login.acme.test/token"),
        ClientId = "client-1",
        ClientSecret = "cl13nt-s3cr3t",
        Scope = "read write",
    };

    public static VendorHost Create(ITokenStore? store = null, OAuthProvider? provider = null, Action<SupportHttpOptions>? options = null)
    {
        var host = new VendorHost(options, VendorCredentials.OAuth(provider ?? Provider), store: store);
        host.Vendor.Always((request, _) => Task.FromResult(FakeVendor.Response(HttpStatusCode.OK, """{"id":1}""")));
        return host;
    }

    public static async Task StoreAsync(this VendorHost host, string access, TimeSpan life, string? refresh = "r1", TimeSpan? refreshLife = null, string subject = "")
    {
        var now = host.Clock.GetUtcNow();
        var key = Key with { Subject = subject };
        var current = await host.Store.LoadAsync(key);
        await host.Store.TrySaveAsync(key, new OAuthTokens(access, now + life, refresh, now + refreshLife), current?.Version ?? 0);
    }

    public static string Answer(string access, string? refresh = "r2", int seconds = 3600) => refresh is null
        ? $$"""{"access_token":"{{access}}","expires_in":{{seconds}},"token_type":"bearer"}"""
        : $$"""{"access_token":"{{access}}","expires_in":{{seconds}},"refresh_token":"{{refresh}}","refresh_token_expires_in":"7776000"}""";

    public static IEnumerable<string> Bearers(this VendorHost host) => host.Vendor.Sent.Select(sent => sent.Headers["Authorization"]);
}
