using System.Globalization;
using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class LimiterTests
{
    [Fact]
    public async Task Send_AfterA429_FurtherCallsAreHeldUntilItsRetryAfter()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 0);
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "20")).Answer(HttpStatusCode.OK, """{"id":2}""");
        var start = host.Clock.GetUtcNow();
        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe));

        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Send_HeldForLongerThanTheTotalTimeout_FailsAtOnceWithRetryAfter()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "200"));
        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.DoAsync(RetryMeaning.Safe));

        exception.Failure.ShouldBe(ConnectionFailure.RateLimited);
        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(200));
        exception.MayHaveBeenReceived.ShouldBeFalse();
        exception.IsTransient.ShouldBeTrue();
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_WaitingForASlot_IsBoundedByTheTotalTimeout()
    {
        await using var host = new VendorHost(options =>
        {
            options.MaxConcurrency = 1;
            options.MaxRetries = 0;
            options.TotalTimeout = TimeSpan.FromSeconds(20);
            options.AttemptTimeout = TimeSpan.FromSeconds(19);
        });
        using var slow = new HttpRequestMessage(HttpMethod.Get, "slow");
        host.Vendor.Then((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var first = host.Transport.SendRawAsync(slow, TestContext.Current.CancellationToken);
        await host.Clock.SettleAsync(first);

        // The first call ignores its cancellation and keeps the slot, so only the time-out can end the second.
        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        exception.Failure.ShouldBe(ConnectionFailure.TotalTimedOut);
        exception.MayHaveBeenReceived.ShouldBeFalse();
        exception.Call.Attempts.ShouldBe(0);
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_CancelledWhileWaiting_IsNeverSent()
    {
        await using var host = new VendorHost(options =>
        {
            options.MaxConcurrency = 1;
            options.MaxRetries = 0;
        });
        host.Vendor.Hang();
        var first = host.DoAsync(RetryMeaning.Safe);
        await host.Clock.SettleAsync(first);
        using var caller = new CancellationTokenSource();

        var second = host.DoUntilAsync(RetryMeaning.Safe, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
        await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(first));
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_BucketExhausted_HoldsOnlyItsOperations()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 0, limits: new BucketReader());
        host.Vendor
            .Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "41"), ("x-bucket", "search 0 41"))
            .Answer(HttpStatusCode.OK, """{"id":2}""")
            .Answer(HttpStatusCode.OK, """{"id":3}""");
        var start = host.Clock.GetUtcNow();
        await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe, "search"));

        (await host.DoAsync(RetryMeaning.Safe, "tickets")).Id.ShouldBe(2);
        host.Clock.GetUtcNow().ShouldBe(start);
        (await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe, "search"))).Id.ShouldBe(3);
        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(41));
    }

    private sealed class BucketReader : IRateLimitReader
    {
        public void Read(HttpResponseMessage response, ICollection<RateLimitReading> readings)
        {
            if (response.Headers.TryGetValues("x-bucket", out var values))
            {
                var parts = values.Single().Split(' ');
                readings.Add(new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(int.Parse(parts[2], CultureInfo.InvariantCulture))));
            }
        }
    }
}
