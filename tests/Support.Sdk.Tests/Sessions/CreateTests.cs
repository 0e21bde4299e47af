using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

public sealed class CreateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-03")]
    [Requirement("SES-09")]
    public async Task Create_InAChannel_IsWaitingWithALinkAndAPinThatItsTechniciansMayShow()
    {
        await using var desk = await Desk.StartReadyAsync();

        var view = await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        view.Session.Status.ShouldBe(SessionStatus.Waiting);
        view.Session.Assignee.ShouldBe("alice");
        view.Session.ExpiresAt.ShouldBe(desk.Clock.GetUtcNow() + Desk.TimeOut);
        view.Session.Secrets.ShouldBeNull();
        var secrets = await desk.SecretsOfAsync(view.Id, Desk.Bob);
        secrets.Pin.Length.ShouldBe(6);
        secrets.LinkToken.Length.ShouldBe(22);
        (await desk.SecretsOfAsync(view.Id)).ShouldBe(secrets);
        (await desk.Sessions.ShareAsync(view.Id, Desk.Outsider, Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
        (await desk.SecretsOfAsync(await desk.CreateAsync())).LinkToken.ShouldNotBe(secrets.LinkToken);
    }

    [Fact]
    [Requirement("SES-03")]
    public async Task Create_WithPinsOfAnotherLength_DrawsThem()
    {
        await using var desk = await Desk.StartReadyAsync(options: options => options.Sessions.PinLength = 9);

        (await desk.SecretsOfAsync(await desk.CreateAsync())).Pin.Length.ShouldBe(9);
    }

    [Fact]
    [Requirement("SES-03")]
    [Requirement("SES-15")]
    public async Task Create_RepeatedUnderItsId_IsTheSameSessionForItsMakerAndTakenForOthers()
    {
        await using var desk = await Desk.StartReadyAsync();
        var first = await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, "s-1", cancellationToken: Cancel).AcceptedAsync();
        var secrets = await desk.SecretsOfAsync("s-1");

        var again = await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, "s-1", cancellationToken: Cancel).AcceptedAsync();

        (again.Id, again.Version).ShouldBe((first.Id, first.Version));
        (await desk.SecretsOfAsync("s-1")).ShouldBe(secrets);
        (await desk.Sessions.CreateAsync(Desk.Printers, Desk.Alice, "s-1", cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.id-taken");
        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Bob, "s-1", cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.id-taken");
        await Should.ThrowAsync<ArgumentException>(() => desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, "\t", cancellationToken: Cancel).AsTask());
    }

    [Fact]
    [Requirement("SES-03")]
    [Requirement("SES-15")]
    public async Task Create_RepeatedUnderItsKeyWithoutAnId_IsTheSameSessionOnAnyHostThoughTheChannelIsFullByNow()
    {
        await using var desk = await Desk.StartReadyAsync(capacity: 1);
        await using var other = desk.StartAnother();
        var options = new CommandOptions { Key = CommandKey.Create("k-1", Encoding.UTF8.GetBytes("create network")) };
        var first = await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, options: options, cancellationToken: Cancel).AcceptedAsync();

        var again = await other.Sessions.CreateAsync(Desk.Network, Desk.Alice, options: options, cancellationToken: Cancel).AcceptedAsync();

        again.Id.ShouldBe(first.Id);
        (await desk.Sessions.ListHomeAsync(Desk.Alice, cancellationToken: Cancel)).Items.Count.ShouldBe(1);
        var misused = new CommandOptions { Key = CommandKey.Create("k-1", Encoding.UTF8.GetBytes("create printers")) };
        (await other.Sessions.CreateAsync(Desk.Printers, Desk.Alice, options: misused, cancellationToken: Cancel).RefusalAsync()).ShouldBe("support.key-reused");
        (await other.Sessions.CreateAsync(Desk.Printers, Desk.Carol, options: misused, cancellationToken: Cancel).AcceptedAsync()).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    [Requirement("SES-17")]
    public async Task Create_WhoseDrawsHitLivePins_DrawsAgain()
    {
        var secrets = new ScriptedSecrets("111111", "111111", "111111", "222222");
        await using var desk = await Desk.StartReadyAsync(services: services => services.AddSingleton<ISessionSecrets>(secrets));
        var first = await desk.CreateAsync();

        var second = await desk.CreateAsync();

        secrets.Draws.ShouldBe(4);
        (await desk.SecretsOfAsync(first)).Pin.ShouldBe("111111");
        (await desk.SecretsOfAsync(second)).Pin.ShouldBe("222222");
    }

    [Fact]
    [Requirement("SES-17")]
    public async Task Create_WithoutAnyFreePin_IsRefusedWithoutNamingOne()
    {
        var secrets = new ScriptedSecrets("482913");
        await using var desk = await Desk.StartReadyAsync(
            services: services => services.AddSingleton<ISessionSecrets>(secrets), options: options => options.Sessions.MaxSecretDraws = 5);
        var first = await desk.CreateAsync();

        var refused = await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel);

        refused.Refusal!.ToString().ShouldBe("sessions.no-free-pin");
        secrets.Draws.ShouldBe(6);

        // With the session that had it over, the PIN is free again.
        await desk.Sessions.CloseAsync(first, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        (await desk.SecretsOfAsync(await desk.CreateAsync())).Pin.ShouldBe("482913");
    }

    [Fact]
    [Requirement("SES-03")]
    public async Task Create_WhereOneMayNotWork_IsRefused()
    {
        await using var desk = await Desk.StartReadyAsync();

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Outsider, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.CreateAsync("no-such", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Administrator, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.channel-access-required");
        await desk.Sessions.CreateAsync(Desk.Network, Desk.Technician("temp", SessionPermissions.Access(Desk.Network)), cancellationToken: Cancel).AcceptedAsync();
    }

    [Fact]
    [Requirement("SES-03")]
    public async Task Execute_OfACommandThatBringsFacts_IsAnErrorOfTheCaller()
    {
        await using var desk = await Desk.StartReadyAsync();
        var channel = new SessionChannel(Desk.Network, Desk.TimeOut, Desk.TimeOut);

        var thrown = await Should.ThrowAsync<ArgumentException>(
            () => desk.Sessions.ExecuteAsync("s-1", new SessionCommand.TransferToChannel(channel), Desk.Alice, cancellationToken: Cancel).AsTask());

        thrown.Message.ShouldContain("TransferToChannelAsync");
    }
}
