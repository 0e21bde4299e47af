using System.Net;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.Testing;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

[Requirement("SES-17")]
public sealed class GuessLimiterTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Take_MoreCallersThanRemembered_ForgetsTheOldest()
    {
        var limiter = Limiter(guesses: 1, callers: 100);
        for (var i = 0; i < 1_000; i++)
        {
            (await limiter.TakeAsync($"c{i}", Desk.Token)).IsGranted.ShouldBeTrue();
        }

        limiter.Count.ShouldBe(100);
        (await limiter.TakeAsync("c999", Desk.Token)).IsGranted.ShouldBeFalse();
        (await limiter.TakeAsync("c899", Desk.Token)).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public async Task Take_WindowsOver_KeepsNothingOfThem()
    {
        var limiter = Limiter(guesses: 1, callers: 100);
        for (var i = 0; i < 50; i++)
        {
            await limiter.TakeAsync($"c{i}", Desk.Token);
        }

        _clock.Advance(TimeSpan.FromMinutes(10));
        await limiter.TakeAsync("new", Desk.Token);
        limiter.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Return_PermitOfAFormerWindow_GivesNothingBack()
    {
        var limiter = Limiter(guesses: 1, callers: 100);
        var old = await limiter.TakeAsync("c", Desk.Token);
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await limiter.TakeAsync("c", Desk.Token)).IsGranted.ShouldBeTrue();
        await limiter.ReturnAsync("c", old, Desk.Token);
        var refused = await limiter.TakeAsync("c", Desk.Token);
        refused.IsGranted.ShouldBeFalse();
        await limiter.ReturnAsync("c", refused, Desk.Token);
        (await limiter.TakeAsync("c", Desk.Token)).IsGranted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    public void Caller_OfAnAddress_IsOneSubscriber(string address, string caller) => RemoteAddressCallerResolver.NameOf(IPAddress.Parse(address)).ShouldBe(caller);

    private InMemoryGuessLimiter Limiter(int guesses, int callers) => new(Microsoft.Extensions.Options.Options.Create(new ServiceDeskOptions { WrongGuesses = guesses, MaxGuessCallers = callers }), _clock);
}
