using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class RetryTests
{
    [Fact]
    public async Task Send_RetryAfterSeconds_WaitsThatLongAndRepeatsTheSameBody()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "17")).Answer(HttpStatusCode.OK, """{"id":2}""");
        var start = host.Clock.GetUtcNow();

        var thing = await host.Clock.RunAsync(host.DoAsync(RetryMeaning.ProbeBeforeRetry));

        thing.Id.ShouldBe(2);
        (host.Clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17.1));
        host.Vendor.Sent.Select(sent => sent.Body).ShouldAllBe(body => body == """{"id":1,"name":"in"}""");
        host.Vendor.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Send_TooManyRequestsWithoutRetryAfter_WaitsTheDefault()
    {
        await using var host = new VendorHost(options => options.DefaultRetryAfter = TimeSpan.FromSeconds(12));
        host.Vendor.Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.OK, """{"id":2}""");
        var start = host.Clock.GetUtcNow();

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe));

        (host.Clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(12.1));
    }

    [Fact]
    public async Task Send_ServerErrors_BacksOffExponentiallyUpToTheCap()
    {
        await using var host = new VendorHost(options =>
        {
            options.MaxRetries = 4;
            options.BaseDelay = TimeSpan.FromSeconds(2);
            options.MaxDelay = TimeSpan.FromSeconds(10);
        });
        List<TimeSpan> at = [];
        var start = host.Clock.GetUtcNow();
        host.Vendor.Always((_, _) =>
        {
            at.Add(host.Clock.GetUtcNow() - start);
            return Task.FromResult(FakeVendor.Response(HttpStatusCode.BadGateway));
        });

        await Should.ThrowAsync<SupportRequestException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        // The fake's jitter is next to nothing, so each wait is the fixed half: 1, 2, 4, then half of the cap.
        at.Select(time => Math.Round(time.TotalSeconds)).ShouldBe([0, 1, 3, 7, 12]);
    }

    [Fact]
    public async Task Send_DemandedWaitExceedsTotalTimeout_GivesUpAtOnceWithRetryAfter()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, """{"message":"slow down"}""", ("Retry-After", "300"));
        var start = host.Clock.GetUtcNow();

        var exception = await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(300));
        exception.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        exception.IsTransient.ShouldBeTrue();
        host.Clock.GetUtcNow().ShouldBe(start);
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_NoRetriesConfigured_SendsOnce()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 0);
        host.Vendor.Answer(HttpStatusCode.ServiceUnavailable, "{}", ("Retry-After", "1"));

        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_KeyedOperation_CarriesTheSameKeyOnEveryAttempt()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.InternalServerError).Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Answer(HttpStatusCode.OK, """{"id":2}""");

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Keyed));

        host.Vendor.Sent.Count.ShouldBe(3);
        host.Vendor.Sent.Select(sent => sent.Headers["Idempotency-Key"]).Distinct().ShouldHaveSingleItem().ShouldNotBeNullOrEmpty();
        host.Vendor.Sent.Select(sent => sent.Headers["TrackingID"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Send_KeyGivenByCaller_IsTheOneSent()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK, """{"id":2}""");
        var request = VendorRequest.Post(VendorHost.Operation(RetryMeaning.Keyed), VendorPath.Of($"things")) with { IdempotencyKey = "stream/3/1" };

        await host.Transport.SendAsync(request, TestContext.Current.CancellationToken);

        host.Vendor.Sent.Single().Headers["Idempotency-Key"].ShouldBe("stream/3/1");
    }

    [Fact]
    public async Task Send_KeyedWithoutKeyHeader_SaysHowToDeclareIt()
    {
        await using var host = new VendorHost(keyHeader: null);

        var exception = await Should.ThrowAsync<InvalidOperationException>(host.DoAsync(RetryMeaning.Keyed));

        exception.Message.ShouldContain("IdempotencyKeyHeader");
        host.Vendor.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", false)]
    [InlineData("PATCH", false)]
    public async Task SendRaw_Undeclared_RepeatsByMethod(string method, bool repeats)
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1")).Answer(HttpStatusCode.NoContent);
        using var request = new HttpRequestMessage(new HttpMethod(method), "things");

        using var response = await host.Clock.RunAsync(host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken));

        response.StatusCode.ShouldBe(repeats ? HttpStatusCode.NoContent : HttpStatusCode.TooManyRequests);
        host.Vendor.Sent.Count.ShouldBe(repeats ? 2 : 1);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(200, 1)]
    public async Task SendRaw_StreamedRequestBody_IsRepeatedOnlyWhenItCanBeKept(int size, int attempts)
    {
        await using var host = new VendorHost(options => options.MaxReplayBytes = 100);
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1")).Answer(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Put, "things")
        {
            Content = new StreamContent(new MemoryStream(new byte[size])),
        };

        using var response = await host.Clock.RunAsync(host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken));

        host.Vendor.Sent.Count.ShouldBe(attempts);
        host.Vendor.Sent.ShouldAllBe(sent => sent.Body!.Length == size);
    }

    [Fact]
    public async Task Send_RepeatedAnswer_IsDisposed()
    {
        await using var host = new VendorHost();
        var first = new DisposalContent();
        host.Vendor.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = first })).Answer(HttpStatusCode.OK, """{"id":2}""");

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe));

        first.IsDisposed.ShouldBeTrue();
    }

    private sealed class DisposalContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
