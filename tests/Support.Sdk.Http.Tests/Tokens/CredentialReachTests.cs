using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class CredentialReachTests
{
    [Theory]
    [InlineData("https://evil.test/things")]
    [InlineData("http://api.acme.test/things")]
    [InlineData("https://api.acme.test:8443/things")]
    [InlineData("https://files.acme.test:8443/things")]
    public async Task SendRaw_AnotherOrigin_NeverGetsTheCredential(string address)
    {
        await using var host = new VendorHost(trustedHosts: ["files.acme.test"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        var exception = await Should.ThrowAsync<InvalidOperationException>(host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("SetAnonymous");
        host.Vendor.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendRaw_TrustedHost_GetsTheCredential()
    {
        await using var host = new VendorHost(trustedHosts: ["files.acme.test"]);
        host.Vendor.Answer(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://files.acme.test/1");

        using var response = await host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken);

        host.Vendor.Sent.Single().Headers.ContainsKey("Authorization").ShouldBeTrue();
    }

    [Fact]
    public async Task SendRaw_Anonymous_ReachesAnyHostWithoutCredential()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://cdn.test/1").SetAnonymous();

        using var response = await host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken);

        host.Vendor.Sent.Single().Headers.ContainsKey("Authorization").ShouldBeFalse();
    }
}
