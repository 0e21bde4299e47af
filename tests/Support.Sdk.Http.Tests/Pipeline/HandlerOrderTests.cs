using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class HandlerOrderTests
{
    [Fact]
    public async Task Chain_OuterToInner_IsTheDocumentedOne()
    {
        await using var host = new VendorHost(builder: client => client.AddHttpMessageHandler(() => new HostHandler([])));

        var handler = host.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("acme");
        List<Type> chain = [];
        for (HttpMessageHandler? current = handler; current is not null; current = (current as DelegatingHandler)?.InnerHandler)
        {
            chain.Add(current.GetType());
        }

        chain.Where(type => type.Assembly != typeof(HttpClientFactoryOptions).Assembly).ShouldBe([
            typeof(OperationHandler), typeof(ResilienceHandler), typeof(AuthHandler), typeof(AttemptHandler), typeof(HostHandler), typeof(FakeVendor),
        ]);
    }

    [Fact]
    public async Task Send_Retried_HostHandlerSeesEachAttemptWithItsCredential()
    {
        List<string?> seen = [];
        await using var host = new VendorHost(builder: client => client.AddHttpMessageHandler(() => new HostHandler(seen)));
        host.Vendor.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.OK, """{"id":1}""");

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe));

        seen.ShouldBe([VendorHost.Secret, VendorHost.Secret]);
    }

    [Fact]
    public async Task Send_WaitingToRepeat_KeepsItsSlotBecauseTheLimiterStandsOutsideTheRetry()
    {
        await using var host = new VendorHost(options => options.MaxConcurrency = 1);
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "10")).Answer(HttpStatusCode.OK, """{"id":1}""").Answer(HttpStatusCode.OK, """{"id":2}""");

        // The first call keeps its slot while it waits to repeat; the second is let through only after it.
        var first = host.DoAsync(RetryMeaning.Safe);
        await host.Clock.SettleAsync(first);
        var second = host.DoAsync(RetryMeaning.Safe);

        (await host.Clock.RunAsync(second)).Id.ShouldBe(2);
        (await first).Id.ShouldBe(1);
    }

    [Fact]
    public async Task Client_Configuration_LeavesTimeAndRedirectsToThePipeline()
    {
        await using var host = new VendorHost();

        using var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("acme");

        client.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
        client.BaseAddress.ShouldBe(new Uri("https://api.acme.test/v1/"));
    }

    private sealed class HostHandler(List<string?> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.Headers.Authorization?.Parameter);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
