using Microsoft.Playwright;
using Shouldly;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

/// <summary>Without a mouse, on a small screen, by day and by night.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Fact]
    public Task MainWay_WithTheKeyboardAlone_IsPassable() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.OpenAsync("/");
        await PressAsync(alice, alice.Locator("[data-technician=alice]"));
        await alice.ToBeLiveAsync();
        await TabToAsync(alice, alice.GetByLabel("Channel of the new session"));
        await alice.Keyboard.PressAsync("N");
        await PressAsync(alice, alice.Button("New session"));
        await alice.ToHaveStatusAsync("waiting");
        await Expect(alice.Heading()).ToBeFocusedAsync();

        var customer = await desk.OpenAsync("/help");
        await TabToAsync(customer, customer.GetByLabel("PIN"));
        await customer.Keyboard.TypeAsync(await alice.Locator("#pin").InnerTextAsync());
        await customer.Keyboard.PressAsync("Enter");
        await PressAsync(customer, customer.Button("Launch"));
        await customer.ToHaveHeadingAsync("Ready");

        await alice.ToHaveStatusAsync("active");
        await PressAsync(alice, alice.Action("RequestAccess"));
        await PressAsync(customer, customer.Button("Grant"));
        await alice.ToHaveAccessAsync("granted");
        await PressAsync(alice, alice.Action("Connect"));
        await customer.ToHaveHeadingAsync("Connected to your computer: Alice Martin");
        await PressAsync(customer, customer.Button("End the connection"));
        await alice.ToHaveAccessAsync("none");

        // A dialog takes the focus and gives it back.
        await PressAsync(alice, alice.Action("Close"));
        await Expect(alice.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await alice.Keyboard.PressAsync("Escape");
        await Expect(alice.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(alice.Action("Close")).ToBeFocusedAsync();
    });

    [Fact]
    public Task RefusedAction_ReachedByKeyboard_TellsItsReason() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();
        var ask = alice.Action("RequestAccess");
        var reason = alice.Locator("#why-RequestAccess");
        await Expect(reason).ToBeHiddenAsync();
        await TabToAsync(alice, ask);
        await Expect(reason).ToBeVisibleAsync();
        await Expect(ask).ToHaveAccessibleDescriptionAsync("The support application has not been launched yet. The session’s link or PIN leads to it.");
        await alice.Keyboard.PressAsync("Escape");
        await Expect(reason).ToBeHiddenAsync();
        await alice.Keyboard.PressAsync("Enter");
        await Expect(alice.Locator("#alert")).ToBeEmptyAsync();
    });

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public Task EveryPage_AtAnyWidthAndScheme_FitsAndIsReadable(int width, ColorScheme scheme) => Desk.RunAsync(chromium, async desk =>
    {
        var signIn = await desk.OpenAsync("/sign-in", width, scheme);
        await Expect(signIn.Heading()).ToBeVisibleAsync();
        await CheckAsync(signIn);

        var alice = await desk.SignInAsync("alice", "/", width, scheme);
        await CheckAsync(alice);
        var pin = await alice.NewSessionAsync();
        await CheckAsync(alice);
        var path = new Uri(alice.Url).AbsolutePath;

        var customer = await desk.OpenAsync("/help", width, scheme);
        await Expect(customer.Heading()).ToBeVisibleAsync();
        await CheckAsync(customer);
        await customer.EnterAsync(pin);
        await Expect(customer.Button("Launch")).ToBeVisibleAsync();
        await CheckAsync(customer);
        await customer.Button("Launch").ClickAsync();
        await alice.ToHaveStatusAsync("active");
        await alice.Action("RequestAccess").ClickAsync();
        await Expect(customer.Button("Grant")).ToBeVisibleAsync();
        await CheckAsync(customer);
        await customer.Button("Grant").ClickAsync();
        await alice.Action("Connect").ClickAsync();
        await Expect(customer.Button("End the connection")).ToBeVisibleAsync();
        await CheckAsync(customer);

        await alice.ToHaveAccessAsync("connected");
        await alice.InviteAsync("Bob Keller");
        await alice.GetByLabel("New note").FillAsync(new string('n', 300));
        await alice.Button("Add note").ClickAsync();
        await Expect(alice.Locator(".notes li")).ToHaveCountAsync(1);
        await alice.Action("Connect").FocusAsync();      // its reason shows
        await CheckAsync(alice);
        foreach (var other in new[] { "/", "/channels", "/channels/network", "/channels/network?show=all", "/channels/network/settings" })
        {
            await alice.GotoAsync(other);
            await alice.ToBeLiveAsync();
            await CheckAsync(alice);
        }

        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await alice.GotoAsync(path);
        await alice.ToHaveStatusAsync("expired");
        await CheckAsync(alice);
    });

    private static async Task CheckAsync(IPage page)
    {
        await page.ToFitAsync();
        await page.ToHaveContrastAsync();
        await page.ToBeWellFormedAsync();
    }

    /// <summary>Goes on with Tab until the control has the focus, and the focus can be seen.</summary>
    private static async Task TabToAsync(IPage page, ILocator control)
    {
        await Expect(control).ToBeVisibleAsync();
        for (var steps = 0; steps < 80; steps++)
        {
            if (await control.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                (await control.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle")).ShouldBe("solid");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{control} cannot be reached with the Tab key.");
    }

    private static async Task PressAsync(IPage page, ILocator button)
    {
        await Expect(button).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await TabToAsync(page, button);
        await page.Keyboard.PressAsync("Enter");
    }
}
