using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Tests.Webhooks;

public sealed class WebhookTimeoutTests : WebexTest
{
    private readonly SilentReceiver _receiver = new();

    protected override void Configure(WebexEmulatorOptions options)
    {
        options.Webhooks.Handler = _receiver;
        options.Webhooks.Timeout = TimeSpan.FromSeconds(7);
        options.Webhooks.RetryDecision = attempt => attempt.Number == 1 ? TimeSpan.FromMinutes(1) : null;
    }

    [Fact(Timeout = 30_000)]
    public async Task Deliver_NoAnswer_TimesOutByTheClockAndTheDecisionRules()
    {
        await PostAsync("webhooks", """{"name":"n","targetUrl":"https://receiver.example/h","resource":"meetings","event":"created"}""");
        await CreateMeetingAsync();

        await TryOnceAsync();
        var delivery = Webex.Webhooks.Deliveries.Single();
        delivery.Attempts.Single().Error.ShouldBe("No answer within 00:00:07.");
        delivery.DueAt.ShouldBe(Clock.GetUtcNow().AddMinutes(1));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await TryOnceAsync();
        delivery.Status.ShouldBe(WebhookDeliveryStatus.Failed);
    }

    private async Task TryOnceAsync()
    {
        var delivering = Webex.Webhooks.DeliverDueAsync(Cancelled);
        await _receiver.Asked.WaitAsync(Cancelled);
        Clock.Advance(TimeSpan.FromSeconds(7));
        (await delivering).ShouldBe(1);
    }

    private sealed class SilentReceiver : HttpMessageHandler
    {
        public SemaphoreSlim Asked { get; } = new(0);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("An endless wait has ended.");
        }
    }
}
