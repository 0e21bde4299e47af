using Microsoft.Playwright;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

/// <summary>Several technicians: who is in a session, who may do what, and what they see of each other.</summary>
public sealed class TechniciansTests(Chromium chromium)
{
    [Fact]
    [Requirement("SES-08")]
    public Task Invite_TheThirdTime_IsRefusedWithItsReason() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();
        var home = await desk.SignInAsync("david");
        await alice.InviteAsync("Bob Keller");
        await Expect(alice.Locator("[data-person=bob]")).ToContainTextAsync("invited");
        await alice.InviteAsync("David Novak");
        await Expect(alice.Locator("[data-person=david]")).ToContainTextAsync("invited");

        var invite = alice.Action("Invite");
        await Expect(invite).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(invite).ToHaveAccessibleDescriptionAsync("A session has at most 3 technicians at one time. One of them has to leave first.");
        await invite.FocusAsync();
        await Expect(alice.GetByRole(AriaRole.Tooltip).And(alice.Locator("#why-Invite"))).ToBeVisibleAsync();
        await invite.ClickAsync(new() { Force = true });
        await Expect(alice.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        // An invited outsider sees this session, and can leave it; with that he sees it no more.
        await home.GotoAsync(new Uri(alice.Url).AbsolutePath);
        desk.Expect(404);
        await home.Action("Leave").ClickAsync();
        await home.ToHaveHeadingAsync("My sessions");
        await Expect(alice.Locator("[data-person=david]")).ToBeHiddenAsync();
        await Expect(invite).Not.ToHaveAttributeAsync("aria-disabled", "true");
    });

    [Fact]
    [Requirement("SES-07")]
    [Requirement("SES-10")]
    public Task Release_WithoutThePermission_IsRefusedWithItsReason() => Desk.RunAsync(chromium, async desk =>
    {
        var bob = await desk.SignInAsync("bob");
        await bob.NewSessionAsync();
        foreach (var action in new[] { "Release", "TransferToTechnician" })
        {
            await Expect(bob.Action(action)).ToHaveAccessibleDescriptionAsync("You need the release permission to give a session up. Please ask a manager of the channel for it.");
        }
    });

    [Fact]
    [Requirement("SES-02")]
    public Task Outsider_OfAChannel_SeesNeitherItNorItsSessions() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();

        var david = await desk.SignInAsync("david", "/channels");
        await Expect(david.Locator("[data-channel=private-david]")).ToBeVisibleAsync();
        await Expect(david.Locator("[data-channel]")).ToHaveCountAsync(1);
        desk.Expect(404);
        await david.GotoAsync(new Uri(alice.Url).AbsolutePath);
        await david.ToHaveHeadingAsync("Not found");
        await Expect(david.Locator("main")).ToContainTextAsync("There is no such support session.");
        await david.GotoAsync("/channels/network");
        await david.ToHaveHeadingAsync("Not found");
    });

    [Fact]
    [Requirement("SES-02")]
    public Task PrivateChannel_OfAnother_DoesNotExist() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync("Private");
        await Expect(alice.Action("Invite")).ToHaveAccessibleDescriptionAsync("This session is in a private channel, which only its owner can see. Please transfer it to another channel first.");

        desk.Expect(404);
        var chloe = await desk.SignInAsync("chloe", new Uri(alice.Url).AbsolutePath);
        await chloe.ToHaveHeadingAsync("Not found");
    });

    [Fact]
    [Requirement("SES-02")]
    [Requirement("SES-18")]
    public Task Manager_AddsAMember_WhoSeesTheChannelAtOnce() => Desk.RunAsync(chromium, async desk =>
    {
        var david = await desk.SignInAsync("david", "/channels");
        await Expect(david.Locator("[data-channel]")).ToHaveCountAsync(1);
        var chloe = await desk.SignInAsync("chloe", "/channels/network/settings");
        await chloe.GetByLabel("Add a technician").SelectOptionAsync(new SelectOptionValue { Label = "David Novak" });
        await chloe.Button("Add").ClickAsync();
        await Expect(chloe.Locator("[data-member=david]")).ToBeVisibleAsync();
        await Expect(david.Locator("[data-channel=network]")).ToBeVisibleAsync();

        await chloe.GetByLabel("Session time-out (minutes)").FillAsync("5");
        await chloe.Locator("form").Filter(new() { HasText = "Session time-out" }).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(chloe.Locator("#announcer")).ToHaveTextAsync("Saved.");
        await david.GotoAsync("/");
        await david.NewSessionAsync();
        await Expect(david.Locator(".head time")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(5:00|4:[0-9]{2})$"));
    });

    [Fact]
    [Requirement("SES-02")]
    public Task Settings_ForAMember_AreToReadOnly() => Desk.RunAsync(chromium, async desk =>
    {
        var bob = await desk.SignInAsync("bob", "/channels/network/settings");
        await Expect(bob.Locator("[data-refused=Configure]")).ToHaveTextAsync("Only a manager of the channel can do this. Please ask a manager of the channel.");
        await Expect(bob.GetByLabel("Session time-out (minutes)")).ToBeDisabledAsync();
    });

    [Fact]
    [Requirement("SES-16")]
    [Requirement("SES-18")]
    public Task Note_OfOne_ReachesTheOtherWhoIsStillWriting() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();
        var bob = await desk.SignInAsync("bob", new Uri(alice.Url).AbsolutePath);
        await bob.GetByLabel("New note").FillAsync("half written");
        await alice.GetByLabel("New note").FillAsync("Driver 4.2 is installed.\n<b>Not bold.</b>");
        await alice.Button("Add note").ClickAsync();

        await Expect(bob.Locator(".notes")).ToContainTextAsync("<b>Not bold.</b>");
        await Expect(bob.GetByLabel("New note")).ToHaveValueAsync("half written");
        await Expect(bob.GetByLabel("New note")).ToBeFocusedAsync();
        await Expect(bob.Locator("#announcer")).ToHaveTextAsync("Note added");
        await Expect(bob.Locator("[data-kind=session-note-added]")).ToContainTextAsync("Alice Martin");
    });

    [Fact]
    [Requirement("SES-07")]
    public Task Transfer_ToAnotherChannel_MovesTheSessionThere() => Desk.RunAsync(chromium, async desk =>
    {
        var chloe = await desk.SignInAsync("chloe");
        await chloe.NewSessionAsync();
        await chloe.Action("TransferToChannel").ClickAsync();
        await chloe.GetByRole(AriaRole.Dialog).GetByLabel("Channel").SelectOptionAsync(new SelectOptionValue { Label = "Printers" });
        await chloe.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Transfer to channel" }).ClickAsync();
        await Expect(chloe.Locator(".facts")).ToContainTextAsync("Printers");
        var erin = await desk.SignInAsync("erin", "/channels/printers");
        await Expect(erin.Locator("tbody tr")).ToHaveCountAsync(1);
    });
}
