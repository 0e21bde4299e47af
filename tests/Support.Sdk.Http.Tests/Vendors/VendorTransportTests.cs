using System.Net;
using System.Text;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class VendorTransportTests
{
    [Fact]
    public async Task SendAsync_PlainCase_SendsJsonWithCredentialAndReadsJson()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK, """{"id":7,"name":"out","unknown":true}""");

        var thing = await host.DoAsync(RetryMeaning.ProbeBeforeRetry);

        thing.ShouldBe(new Thing(7, "out"));
        var sent = host.Vendor.Sent.ShouldHaveSingleItem();
        sent.Method.ShouldBe(HttpMethod.Post);
        sent.Address.ShouldBe(new Uri("https://api.acme.test/v1/things"));
        sent.Body.ShouldBe("""{"id":1,"name":"in"}""");
        sent.ContentType.ShouldBe("application/json; charset=utf-8");
        sent.Headers["Authorization"].ShouldBe("Bearer " + VendorHost.Secret);
        sent.Headers["TrackingID"].ShouldNotBeNullOrEmpty();
    }
}
