using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests.Hosting;

/// <summary>What people do at the pages, in their words. All waiting is for something to be seen.</summary>
internal static class PageSteps
{
    public static Task ToBeLiveAsync(this IPage page) => Expect(page.Locator(".link-state[data-state=live]")).ToBeVisibleAsync();

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The button of an action of the API, by its stable name.</summary>
    public static ILocator Action(this IPage page, string name) => page.Locator($"button[data-action={name}]");

    public static ILocator Heading(this IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Makes a session in a channel; its PIN is on the page afterwards.</summary>
    public static async Task<string> NewSessionAsync(this IPage page, string channel = "Network")
    {
        await page.GetByLabel("Channel of the new session").SelectOptionAsync(new SelectOptionValue { Label = channel });
        await page.Button("New session").ClickAsync();
        await ToHaveStatusAsync(page, "waiting");
        return await page.Locator("#pin").InnerTextAsync();
    }

    public static Task ToHaveStatusAsync(this IPage page, string status) => Expect(page.Locator(".head .status")).ToHaveAttributeAsync("data-status", status);

    public static Task ToHaveAccessAsync(this IPage page, string access) => Expect(page.Locator("#access")).ToHaveAttributeAsync("data-access", access);

    public static Task ToHaveHeadingAsync(this IPage page, string text) => Expect(page.Heading()).ToHaveTextAsync(text);

    public static async Task EnterAsync(this IPage page, string pin)
    {
        await page.GetByLabel("PIN").FillAsync(pin);
        await page.Button("Continue").ClickAsync();
    }

    /// <summary>The end user comes with a PIN and launches the application.</summary>
    public static async Task<IPage> LaunchAsync(this Desk desk, string pin, int width = 800)
    {
        var page = await desk.OpenAsync("/help", width);
        await page.EnterAsync(pin);
        await page.Button("Launch").ClickAsync();
        await page.ToHaveHeadingAsync("Ready");
        await page.ToBeLiveAsync();
        return page;
    }

    /// <summary>Asks, is granted and connects.</summary>
    public static async Task ConnectAsync(this IPage technician, IPage endUser)
    {
        await technician.Action("RequestAccess").ClickAsync();
        await endUser.Button("Grant").ClickAsync();
        await technician.ToHaveAccessAsync("granted");
        await technician.Action("Connect").ClickAsync();
        await technician.ToHaveAccessAsync("connected");
    }

    public static async Task InviteAsync(this IPage page, string name)
    {
        await page.Action("Invite").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Technician").SelectOptionAsync(new SelectOptionValue { Label = name });
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
    }
}
