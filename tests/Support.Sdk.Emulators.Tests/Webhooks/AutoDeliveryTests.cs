using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webhooks;

public sealed class AutoDeliveryTests : WebexTest
{
    protected override void Configure(WebexEmulatorOptions options) => options.Webhooks.AutoDeliver = true;

    [Fact(Timeout = 30_000)]
    public async Task AutoDeliver_Event_IsSentWithoutBeingAskedAndRetriedByTheClock()
    {
        await using var receiver = await HookReceiver.StartAsync(Cancelled);
        receiver.Answer = 500;
        await PostAsync("webhooks", $$"""{"name":"n","targetUrl":"{{receiver.Url}}","resource":"meetings","event":"created"}""");

        await CreateMeetingAsync();
        await receiver.ArrivalAsync(Cancelled);
        while (Clock.DueTimes.All(due => due != Clock.GetUtcNow().AddSeconds(5)))
        {
            await Task.Yield(); // The retry's timer is armed a moment after the answer.
        }

        Clock.Advance(TimeSpan.FromSeconds(5));
        await receiver.ArrivalAsync(Cancelled);

        receiver.Bodies.Distinct().Count().ShouldBe(1);
        receiver.Received.Count.ShouldBe(2);
    }
}
