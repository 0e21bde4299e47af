using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

/// <summary>A session's life with both sides in front of their browsers; neither ever loads a page again.</summary>
public sealed class SessionLifeTests(Chromium chromium)
{
    [Fact]
    [Requirement("SES-03")]
    [Requirement("SES-04")]
    [Requirement("SES-05")]
    [Requirement("SES-18")]
    public Task NewSession_UntilConnected_ShowsEachStepOnBothSides() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var pin = await alice.NewSessionAsync();
        pin.Length.ShouldBe(6);
        await Expect(alice.Action("RequestAccess")).ToHaveAttributeAsync("aria-disabled", "true");

        var customer = await desk.OpenAsync("/help");
        await customer.EnterAsync(pin);
        await customer.Button("Launch").ClickAsync();
        await customer.ToHaveHeadingAsync("Ready");
        await alice.ToHaveStatusAsync("active");

        await alice.Action("RequestAccess").ClickAsync();
        await customer.ToHaveHeadingAsync("Alice Martin asks to connect to your computer");
        await Expect(alice.Action("Connect")).ToHaveAttributeAsync("aria-disabled", "true");

        await customer.Button("Grant").ClickAsync();
        await customer.ToHaveHeadingAsync("Permission granted");
        await alice.Action("Connect").ClickAsync();
        await customer.ToHaveHeadingAsync("Connected to your computer: Alice Martin");
        await alice.ToHaveAccessAsync("connected");

        await customer.Button("End the connection").ClickAsync();
        await customer.ToHaveHeadingAsync("Ready");
        await alice.ToHaveAccessAsync("none");
        await Expect(alice.Locator(".history li")).ToHaveCountAsync(6);
    });

    [Fact]
    [Requirement("SES-09")]
    public Task Link_CopiedAndFollowed_LeadsToTheSameSession() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();
        await alice.Button("Copy link").ClickAsync();
        await Expect(alice.Locator("#announcer")).ToHaveTextAsync("Copied.");
        var link = await alice.EvaluateAsync<string>("navigator.clipboard.readText()");
        link.ShouldStartWith($"{desk.Server.Address}s/");

        var customer = await desk.OpenAsync(link);
        await customer.ToHaveHeadingAsync("Launch the support application");
        new Uri(customer.Url).AbsolutePath.ShouldBe("/help", "the token is a secret and stays in no address bar");
        await customer.Button("Launch").ClickAsync();
        await alice.ToHaveStatusAsync("active");
    });

    [Fact]
    [Requirement("SES-05")]
    public Task Request_Rejected_MayBeAskedAgain() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());
        await alice.Action("RequestAccess").ClickAsync();
        await customer.Button("Reject").ClickAsync();

        await Expect(alice.Locator("#access")).ToHaveTextAsync("The last request was rejected.");
        await customer.ToHaveHeadingAsync("Ready");
        await alice.ConnectAsync(customer);
    });

    [Fact]
    [Requirement("SES-05")]
    public Task Request_NotAnsweredInTime_DisappearsForTheEndUser() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());
        await alice.Action("RequestAccess").ClickAsync();
        await Expect(customer.Button("Grant")).ToBeVisibleAsync();

        desk.Clock.Advance(TimeSpan.FromSeconds(60));

        await customer.ToHaveHeadingAsync("Ready");
        await Expect(alice.Locator("#access")).ToHaveTextAsync("The last request was not answered in time.");
    });

    [Fact]
    [Requirement("SES-10")]
    [Requirement("SES-18")]
    public Task Session_Released_IsTakenFromTheQueueByAnother() => Desk.RunAsync(chromium, async desk =>
    {
        var bob = await desk.SignInAsync("bob", "/channels/network?show=queue");
        await Expect(bob.GetByText("The queue is empty.")).ToBeVisibleAsync();
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());

        await alice.Action("Release").ClickAsync();
        await alice.ToHaveStatusAsync("inQueue");
        await Expect(customer.GetByText("A technician will take over shortly.")).ToBeVisibleAsync();

        await bob.Action("Take").ClickAsync();
        await bob.ToHaveStatusAsync("active");
        await Expect(alice.Locator("[data-person=bob]")).ToContainTextAsync("assigned");
        await bob.Action("RequestAccess").ClickAsync();
        await customer.ToHaveHeadingAsync("Bob Keller asks to connect to your computer");
    });

    [Fact]
    [Requirement("SES-13")]
    public Task Session_OutlivesItsTimeOut_ExpiresOnBothOpenPages() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());

        desk.Clock.Advance(TimeSpan.FromMinutes(30));

        await alice.ToHaveStatusAsync("expired");
        await customer.ToHaveHeadingAsync("The support session has expired");
        await Expect(alice.Action("RequestAccess")).ToHaveAccessibleDescriptionAsync("The support session has expired. A new session is needed to go on.");
        await Expect(alice.Locator("#pin")).ToBeHiddenAsync();
    });

    [Fact]
    [Requirement("SES-11")]
    public Task Session_Closed_IsOverForTheEndUser() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());
        await alice.Action("Close").ClickAsync();
        await alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close session" }).ClickAsync();

        await alice.ToHaveStatusAsync("closed");
        await customer.ToHaveHeadingAsync("The support session has been closed");
    });

    [Fact]
    [Requirement("SES-12")]
    public Task Session_Deleted_IsInvalidForTheEndUserAndGoneForTheOthers() => Desk.RunAsync(chromium, async desk =>
    {
        desk.Expect(404);
        var alice = await desk.SignInAsync("alice");
        var pin = await alice.NewSessionAsync();
        var bob = await desk.SignInAsync("bob", new Uri(alice.Url).AbsolutePath);
        var customer = await desk.LaunchAsync(pin);
        await alice.Action("Delete").ClickAsync();
        await alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete session" }).ClickAsync();

        await alice.ToHaveHeadingAsync("My sessions");
        await bob.ToHaveHeadingAsync("Not found");
        await customer.ToHaveHeadingAsync("The support session is invalid");
    });

    [Fact]
    [Requirement("SES-12")]
    public Task Session_DeletedWhileItsPageReadsIt_LeadsToTheListAllTheSame() => Desk.RunAsync(chromium, async desk =>
    {
        desk.Expect(404);
        var alice = await desk.SignInAsync("alice");
        await alice.NewSessionAsync();

        // The page hears of the deletion and reads the session; that answer comes only when the list stands, and the list waits for the question.
        var (asked, stands) = (new TaskCompletionSource(), new TaskCompletionSource());
        await alice.RouteAsync(new Regex($"/service-desk{new Uri(alice.Url).AbsolutePath}(/history.*)?$"), async route =>
        {
            if (route.Request.Method == "GET")
            {
                asked.TrySetResult();
                await stands.Task;
            }

            await route.ContinueAsync();
        });
        await alice.RouteAsync(new Regex(@"/service-desk/sessions\?"), async route =>
        {
            await asked.Task;
            await route.ContinueAsync();
        });
        await alice.Action("Delete").ClickAsync();
        await alice.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete session" }).ClickAsync();
        await alice.ToHaveHeadingAsync("My sessions");

        var late = alice.WaitForResponseAsync(answer => answer.Status == 404);
        stands.SetResult();
        await (await late).FinishedAsync();
        await alice.EvaluateAsync("() => fetch('/console/settings').then(answer => answer.text())");

        await alice.ToHaveHeadingAsync("My sessions");
    });

    [Fact]
    [Requirement("SES-04")]
    public Task SecondComputer_WithTheSamePin_IsInvalidThere() => Desk.RunAsync(chromium, async desk =>
    {
        desk.Expect(409);
        desk.Expect(403);
        var alice = await desk.SignInAsync("alice");
        var pin = await alice.NewSessionAsync();
        await desk.LaunchAsync(pin);

        var stranger = await desk.OpenAsync("/help");
        await stranger.EnterAsync(pin);
        await stranger.Button("Launch").ClickAsync();

        await stranger.ToHaveHeadingAsync("The support session is invalid");
        await Expect(stranger.GetByText("The support session is invalid on this computer.")).ToBeVisibleAsync();
    });

    [Fact]
    [Requirement("SES-04")]
    public Task EndUser_LoadsThePageAgain_GoesOnWhereHeWas() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var customer = await desk.LaunchAsync(await alice.NewSessionAsync());
        await customer.ReloadAsync();
        await customer.ToHaveHeadingAsync("Ready");
        await alice.ConnectAsync(customer);

        await customer.Button("Quit the support application").ClickAsync();
        await customer.ToHaveHeadingAsync("Launch the support application");
        await Expect(alice.Action("RequestAccess")).ToHaveAccessibleDescriptionAsync(
            "The computer to be helped is not connected now. Please wait until the support application is running again.");
    });
}
