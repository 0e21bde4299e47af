using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class TimeoutTests
{
    [Fact]
    public async Task Send_EveryAttemptHangs_EndsWithTheTotalTimeout()
    {
        await using var host = new VendorHost(options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(50);
            options.AttemptTimeout = TimeSpan.FromSeconds(20);
            options.BaseDelay = TimeSpan.FromSeconds(2);
        });
        host.Vendor.Hang().Hang().Hang();
        var start = host.Clock.GetUtcNow();

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        exception.Failure.ShouldBe(ConnectionFailure.TotalTimedOut);
        exception.MayHaveBeenReceived.ShouldBeTrue();
        exception.Call.Attempts.ShouldBe(3);
        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task Send_ProbedOperationHangs_EndsWithTheAttemptAndSaysItMayHaveBeenReceived()
    {
        await using var host = new VendorHost();
        host.Vendor.Hang();
        var start = host.Clock.GetUtcNow();

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.ProbeBeforeRetry)));

        exception.Failure.ShouldBe(ConnectionFailure.AttemptTimedOut);
        exception.MayHaveBeenReceived.ShouldBeTrue();
        exception.IsTransient.ShouldBeTrue();
        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Send_BodyStalls_IsBoundedByTheAttemptTimeout()
    {
        await using var host = new VendorHost(options => options.MaxRetries = 0);
        host.Vendor.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream()) }));

        var exception = await Should.ThrowAsync<SupportConnectionException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        exception.Failure.ShouldBe(ConnectionFailure.AttemptTimedOut);
    }

    [Fact]
    public async Task Send_CallerCancels_ThrowsOperationCanceled()
    {
        await using var host = new VendorHost();
        host.Vendor.Hang();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var call = host.DoUntilAsync(RetryMeaning.Safe, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    private sealed class StallingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
