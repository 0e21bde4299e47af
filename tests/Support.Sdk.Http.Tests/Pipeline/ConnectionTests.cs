using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class ConnectionTests
{
    [Fact]
    public async Task Send_NeverConnected_SaysTheVendorHasNotActed()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 1);
        host.Vendor.Fail(new HttpRequestException(HttpRequestError.ConnectionError)).Fail(new HttpRequestException(HttpRequestError.NameResolutionError));

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.ProbeBeforeRetry)));

        exception.Failure.ShouldBe(ConnectionFailure.NotConnected);
        exception.MayHaveBeenReceived.ShouldBeFalse();
        exception.Call.Attempts.ShouldBe(2);
        exception.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    [Fact]
    public async Task Send_CutThenNotConnected_StillSaysItMayHaveBeenReceived()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 1);
        host.Vendor.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Fail(new HttpRequestException(HttpRequestError.ConnectionError));

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Idempotent)));

        exception.Failure.ShouldBe(ConnectionFailure.NotConnected);
        exception.MayHaveBeenReceived.ShouldBeTrue();
    }

    [Fact]
    public async Task Send_TurnedAwayThenNotConnected_SaysTheVendorHasNotActed()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 1);
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1")).Fail(new HttpRequestException(HttpRequestError.ConnectionError));

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.ProbeBeforeRetry)));

        exception.MayHaveBeenReceived.ShouldBeFalse();
    }

    [Fact]
    public async Task Send_CutWithinTheBody_IsRepeatedForSafeOperations()
    {
        await using var host = new VendorHost();
        host.Vendor.Then(CutBody).Answer(HttpStatusCode.OK, """{"id":2}""");

        (await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe))).Id.ShouldBe(2);
    }

    [Fact]
    public async Task Send_CutWithinTheBody_IsNotRepeatedForProbedOperations()
    {
        await using var host = new VendorHost();
        host.Vendor.Then(CutBody);

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.DoAsync(RetryMeaning.ProbeBeforeRetry));

        exception.Failure.ShouldBe(ConnectionFailure.Interrupted);
        exception.MayHaveBeenReceived.ShouldBeTrue();
    }

    [Fact]
    public async Task Send_AnswerTooLarge_IsNotRepeated()
    {
        await using var host = new VendorHost(options => options.MaxResponseBytes = 1024);
        host.Vendor.Answer(HttpStatusCode.OK, new string(' ', 1025) + """{"id":2}""");

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.DoAsync(RetryMeaning.Safe));

        exception.Failure.ShouldBe(ConnectionFailure.ResponseTooLarge);
        exception.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Send_ManyFailures_OpensTheCircuitAndClosesItAgain()
    {
        await using var host = new VendorHost(options =>
        {
            options.MaxRetries = 0;
            options.CircuitBreaker.Enabled = true;
            options.CircuitBreaker.MinimumThroughput = 3;
        });
        host.Vendor.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.OK, """{"id":2}""");
        for (var i = 0; i < 3; i++)
        {
            await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));
        }

        var open = await Should.ThrowAsync<SupportConnectionException>(host.DoAsync(RetryMeaning.Safe));
        open.Failure.ShouldBe(ConnectionFailure.CircuitOpen);
        open.MayHaveBeenReceived.ShouldBeFalse();
        open.RetryAfter.ShouldBe(TimeSpan.FromSeconds(15));
        host.Vendor.Sent.Count.ShouldBe(3);

        host.Clock.Advance(TimeSpan.FromSeconds(15));
        (await host.DoAsync(RetryMeaning.Safe)).Id.ShouldBe(2);
    }

    [Fact]
    public async Task Send_ManyRateLimitAnswers_LeaveTheCircuitClosed()
    {
        await using var host = new VendorHost(options =>
        {
            options.MaxRetries = 0;
            options.CircuitBreaker.Enabled = true;
            options.CircuitBreaker.MinimumThroughput = 2;
        });
        host.Vendor.Always((_, _) => Task.FromResult(FakeVendor.Response(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"))));

        for (var i = 0; i < 4; i++)
        {
            await Should.ThrowAsync<SupportRequestException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));
        }

        host.Vendor.Sent.Count.ShouldBe(4);
    }

    private static Task<HttpResponseMessage> CutBody(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new CutStream()) });

    private sealed class CutStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(new HttpIOException(HttpRequestError.ResponseEnded, "cut"));
    }
}
