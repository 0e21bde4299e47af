using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Tests;
using Support.Sdk.Texts;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

public sealed class PrerequisiteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-02")]
    [Requirement("MTG-15")]
    public async Task StartInstant_WhileTheSetUpIsIncomplete_IsRefusedStepByStepAndSaysWhomToAsk()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartAsync(vendors, new InMemoryMachineStore(), Cancel);
        var ticket = vendors.AddTicket();
        List<(string Code, string Whom)> refusals = [];

        foreach (var step in (MeetingSetupCommand[])
            [
                new MeetingSetupCommand.Install(),
                new MeetingSetupCommand.LinkSite("emulated.webex.com"),
                new MeetingSetupCommand.EnableExtension(),
                new MeetingSetupCommand.SignInAdministrator(),
                new MeetingSetupCommand.EnableMeetings(),
            ])
        {
            var refusal = (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).Refusal!;
            refusals.Add((refusal.Code, refusal.Definition.Remedies.Single(remedy => remedy.Kind == RemedyKind.Ask).Subject));
            (await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", step, HostApp.Anna, Cancel)).ValueOrThrow();
        }

        refusals.ShouldBe(
        [
            ("meetings.extension-not-installed", "work-item-administrator"),
            ("meetings.site-not-linked", "work-item-administrator"),
            ("meetings.extension-not-enabled", "site-administrator"),
            ("meetings.not-enabled-for-users", "work-item-administrator"),
            ("meetings.not-enabled-for-users", "work-item-administrator"),
        ]);
        (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    [Requirement("MTG-02")]
    public async Task StartInstant_HostWithoutPersonalRoom_IsRefusedAsSuch()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        vendors.Host = vendors.Webex.AddUser("bob@example.com", "Bob", new WebexUserSeed { PersonalRoom = false });
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);

        var refusal = (await host.Meetings.StartInstantAsync(Requests.Start(vendors.AddTicket()), HostApp.Anna, Cancel)).Refusal!;

        refusal.Code.ShouldBe("meetings.no-personal-room");
        host.Services.GetRequiredService<TextCatalog>().Write(refusal, new System.Globalization.CultureInfo("fr")).ShouldContain("salle personnelle", Case.Insensitive);
    }

    [Fact]
    [Requirement("MTG-02")]
    public async Task Schedule_WithARevokedToken_IsRefusedAndNothingHangs()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        vendors.Webex.RevokeTokens(vendors.Host);
        var ticket = vendors.AddTicket();

        var outcome = await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddHours(2)), HostApp.Anna, Cancel);

        outcome.Refusal!.Code.ShouldBe("meetings.reauthorization-required");
        (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Meetings.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("MTG-15")]
    public async Task EnableMeetings_BeforeTheAdministratorSignsIn_IsRefused()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartAsync(vendors, new InMemoryMachineStore(), Cancel);
        await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.Install(), HostApp.Anna, Cancel);

        var outcome = await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.EnableMeetings(), HostApp.Anna, Cancel);

        outcome.Refusal!.Code.ShouldBe("meetings.administrator-not-signed-in");
        var stranger = new CommandOrigin(new Actor("stranger"));
        (await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.SignInAdministrator(), stranger, Cancel))
            .Refusal!.Code.ShouldBe("meetings.permission-missing");
    }

    [Fact]
    [Requirement("MTG-02")]
    public async Task StartInstant_OnATicketThatIsClosedOrUnknown_IsRefusedBeforeAnythingIsDone()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        vendors.Close(ticket);

        (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.work-item-closed");
        (await host.Meetings.StartInstantAsync(Requests.Start(new WorkItemRef("zendesk", "", "999999")), HostApp.Anna, Cancel))
            .Refusal!.Code.ShouldBe("meetings.work-item-not-found");
    }
}
