using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    [Requirement("SES-13")]
    [Requirement("SES-18")]
    public Task Host_StoppedAndStartedAgain_IsFoundAgainByBothOpenPages() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());

        desk.ExpectBrokenConnections();
        await desk.Server.StopAsync();
        await Expect(alice.Locator(".link-state")).ToHaveTextAsync("Reconnecting…");
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await desk.Server.StartAgainAsync();

        await alice.ToBeLiveAsync();
        await alice.ToHaveStatusAsync("expired");
        await customer.ToHaveHeadingAsync("The support session has expired");
    });

    [Fact]
    [Requirement("SES-18")]
    public Task EndUser_ClosesThePage_IsAwayAtOnceForTheTechnician() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());
        await Expect(alice.Locator(".facts")).ToContainTextAsync("online");

        await customer.CloseAsync(new() { RunBeforeUnload = true });

        await Expect(alice.Locator(".facts")).ToContainTextAsync("away");
    });
}
