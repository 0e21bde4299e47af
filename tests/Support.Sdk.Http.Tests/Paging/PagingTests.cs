using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListByLinkHeader_SeveralPages_FollowsLinksVerbatimThroughEmptyPages()
    {
        await using var host = new VendorHost();
        const string Second = "https://api.acme.test/v1/things?max=2&before&after=a%2Db%7E%2F";
        host.Vendor
            .Answer(HttpStatusCode.OK, """{"items":[{"id":1},{"id":2}]}""", ("Link", $"<{Second}>; rel=\"next\""))
            .Answer(HttpStatusCode.OK, """{"items":[]}""", ("Link", "</v1/things?page=3>; rel=\"next\""))
            .Answer(HttpStatusCode.OK, """{"items":[{"id":3}]}""");

        List<int> ids = [];
        await foreach (var thing in ByLink(host).WithCancellation(Token))
        {
            ids.Add(thing.Id);
        }

        ids.ShouldBe([1, 2, 3]);
        host.Vendor.Sent.Select(sent => sent.Address.AbsoluteUri).ShouldBe(
            ["https://api.acme.test/v1/things?max=2", Second, "https://api.acme.test/v1/things?page=3"]);
        host.Vendor.Sent.ShouldAllBe(sent => sent.Headers["Authorization"] == "Bearer " + VendorHost.Secret);
    }

    [Fact]
    public async Task ListByLinkHeader_NotEnumerated_FetchesNothingAndNeverAhead()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK, """{"items":[{"id":1}]}""", ("Link", "<https://api.acme.test/v1/things?page=2>; rel=\"next\""));
        var list = ByLink(host);
        host.Vendor.Sent.ShouldBeEmpty();

        await foreach (var thing in list.WithCancellation(Token))
        {
            thing.Id.ShouldBe(1);
            break;
        }

        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://evil.test/v1/things?page=2")]
    [InlineData("http://api.acme.test/v1/things?page=2")]
    [InlineData("https://api.acme.test:444/v1/things?page=2")]
    [InlineData("https://api.acme.test@evil.test/things")]
    [InlineData("//evil.test/things")]
    [InlineData("file:///etc/passwd")]
    public async Task ListByLinkHeader_NextOnAnotherOrigin_IsRefused(string next)
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK, """{"items":[{"id":1}]}""", ("Link", $"<{next}>; rel=\"next\""));

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var thing in ByLink(host).WithCancellation(Token))
            {
                thing.Id.ShouldBe(1);
            }
        });

        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ListByLinkHeader_RepeatedAddress_Stops()
    {
        await using var host = new VendorHost();
        host.Vendor.Always((_, _) => Task.FromResult(FakeVendor.Response(
            HttpStatusCode.OK, """{"items":[{"id":1}]}""", ("Link", "<https://api.acme.test/v1/things?page=2>; rel=\"next\""))));

        var count = 0;
        await foreach (var page in ByLink(host).AsPages(cancellationToken: Token))
        {
            count += page.Items.Count;
        }

        count.ShouldBe(2);
        host.Vendor.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AsPages_ContinuationToken_GoesOnWhereItStopped()
    {
        await using var host = new VendorHost();
        const string Second = "https://api.acme.test/v1/things?cursor=x";
        host.Vendor
            .Answer(HttpStatusCode.OK, $$"""{"items":[{"id":1}],"next":"{{Second}}"}""")
            .Answer(HttpStatusCode.OK, """{"items":[{"id":2}]}""");
        string? token = null;
        await foreach (var page in ByBody(host).AsPages(cancellationToken: Token))
        {
            token = page.ContinuationToken;
            break;
        }

        List<VendorPage<Thing>> rest = [];
        await foreach (var page in ByBody(host).AsPages(token, Token))
        {
            rest.Add(page);
        }

        rest.ShouldHaveSingleItem().Items.ShouldBe([new Thing(2)]);
        rest[0].ContinuationToken.ShouldBeNull();
        host.Vendor.Sent.Last().Address.AbsoluteUri.ShouldBe(Second);
    }

    [Fact]
    public async Task ListByBody_PageFails_KeepsWhatWasYieldedAndThrows()
    {
        await using var host = new VendorHost();
        host.Vendor
            .Answer(HttpStatusCode.OK, """{"items":[{"id":1}],"next":"https://api.acme.test/v1/things?cursor=x"}""")
            .Answer(HttpStatusCode.Gone);
        List<int> ids = [];

        await Should.ThrowAsync<SupportRequestException>(async () =>
        {
            await foreach (var thing in ByBody(host).WithCancellation(Token))
            {
                ids.Add(thing.Id);
            }
        });

        ids.ShouldBe([1]);
    }

    private static VendorRequest First => VendorRequest.Get(VendorHost.Operation(RetryMeaning.Safe), VendorPath.Of($"things").Query("max", 2));

    private static VendorPageable<Thing> ByLink(VendorHost host) =>
        host.Transport.ListByLinkHeader(First, ThingJson.Default.ThingPage, static page => page.Items);

    private static VendorPageable<Thing> ByBody(VendorHost host) =>
        host.Transport.ListByBody(First, ThingJson.Default.ThingPage, static page => page.Items, static page => page.Next);
}
