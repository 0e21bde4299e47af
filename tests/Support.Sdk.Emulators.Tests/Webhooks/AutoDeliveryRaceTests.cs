using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webhooks;

/// <summary>Time that goes on while the background delivery starts its timer; afterwards it stands still, so that what it missed would never be sent.</summary>
public sealed class AutoDeliveryRaceTests : WebexTest
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private OvertakenClock _overtaken = null!;

    protected override void Configure(WebexEmulatorOptions options)
    {
        options.TimeProvider = _overtaken = new OvertakenClock(Clock);
        options.Webhooks.AutoDeliver = true;
    }

    [Theory(Timeout = 30_000)]
    [InlineData(5)]
    [InlineData(2)]
    public async Task AutoDeliver_TheClockMovesBeforeTheTimerIsSet_IsRetriedOnTime(int seconds)
    {
        await using var receiver = await HookReceiver.StartAsync(Cancelled);
        receiver.Answer = 500;
        await PostAsync("webhooks", $$"""{"name":"n","targetUrl":"{{receiver.Url}}","resource":"meetings","event":"created"}""");
        var due = Clock.GetUtcNow() + RetryAfter;
        _overtaken.For = RetryAfter;
        _overtaken.BeforeTimer = () => Clock.Advance(TimeSpan.FromSeconds(seconds));

        await CreateMeetingAsync();
        await receiver.ArrivalAsync(Cancelled);
        while (Clock.GetUtcNow() < due)
        {
            if (Clock.DueTimes.Contains(due))
            {
                Clock.AdvanceTo(due);
            }

            await Task.Yield();
        }

        await receiver.ArrivalAsync(Cancelled);
        receiver.Received.Count.ShouldBe(2);
        Clock.GetUtcNow().ShouldBe(due);
    }
}
