using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-02")]
public sealed class ChannelWorkflowTests
{
    private static readonly ChannelSettings Settings = new(TimeSpan.FromMinutes(10));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_ForEverybody_HasTheChannelsTheyWorkInAndTheirOwn()
    {
        await using var desk = await Desk.StartReadyAsync();

        (await NamesAsync(Desk.Alice)).ShouldBe([Desk.AlicesOwn, Desk.Network, Desk.Printers]);
        (await NamesAsync(Desk.Bob)).ShouldBe([Desk.Network]);
        (await NamesAsync(Desk.Administrator)).ShouldBe([Desk.Network, Desk.Printers]);
        (await NamesAsync(Desk.Outsider)).ShouldBeEmpty();
        (await NamesAsync(Desk.Technician("olaf", SessionPermissions.Access(Desk.Printers)))).ShouldBe([Desk.Printers]);
        (await NamesAsync(CommandOrigin.System)).ShouldBe([Desk.Network, Desk.Printers]);

        async Task<IEnumerable<string>> NamesAsync(CommandOrigin by) => (await desk.Channels.ListAsync(by, Cancel)).Select(view => view.Id);
    }

    [Fact]
    public async Task Get_OfAChannelThatOneDoesNotKnowOf_IsAsOfNone()
    {
        await using var desk = await Desk.StartReadyAsync();

        (await desk.Channels.GetAsync(Desk.AlicesOwn, Desk.Alice, Cancel).AcceptedAsync()).Channel.Owner.ShouldBe("alice");
        (await desk.Channels.GetAsync(Desk.AlicesOwn, Desk.Administrator, Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.GetAsync(Desk.Network, Desk.Outsider, Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.GetAsync("No such channel!", Desk.Alice, Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.RenameAsync(Desk.Network, "Mine", Desk.Outsider, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.RemoveAsync(Desk.AlicesOwn, Desk.Administrator, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.RenameAsync("none", "Mine", Desk.Outsider, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
    }

    [Fact]
    public async Task Manage_ByItsManagers_IsDoneAndByMembersRefused()
    {
        await using var desk = await Desk.StartReadyAsync();

        (await desk.Channels.RenameAsync(Desk.Network, "Networks", Desk.Manager, cancellationToken: Cancel).AcceptedAsync()).Channel.Name.ShouldBe("Networks");
        (await desk.Channels.ConfigureAsync(Desk.Network, Settings, Desk.Manager, cancellationToken: Cancel).AcceptedAsync()).Channel.Settings.ShouldBe(Settings);
        (await desk.Channels.RemoveMemberAsync(Desk.Network, "bob", Desk.Manager, cancellationToken: Cancel).AcceptedAsync()).Channel.FindMember("bob").ShouldBeNull();
        (await desk.Channels.RenameAsync(Desk.Network, "Mine", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.manager-required");
        (await desk.Channels.RemoveAsync(Desk.Network, Desk.Manager, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.administrator-required");
        (await desk.Channels.RenameAsync(Desk.Network, "Hers", Desk.Technician("helen", SessionPermissions.Manage(Desk.Network)), cancellationToken: Cancel).AcceptedAsync())
            .Channel.Name.ShouldBe("Hers");
    }

    [Fact]
    public async Task Create_WithANameThatIsTaken_SaysSoAndAgainInTheSameWayIsTheSame()
    {
        await using var desk = await Desk.StartReadyAsync();

        var first = await CreateAsync("phones", "Phones").AcceptedAsync();
        (await CreateAsync("phones", "Phones").AcceptedAsync()).Version.ShouldBe(first.Version);
        (await CreateAsync("telephones", "PHONES").RefusalAsync()).ShouldBe("channels.name-taken");
        (await CreateAsync("phones", "Others").RefusalAsync()).ShouldBe("channels.id-taken");
        await Should.ThrowAsync<ArgumentException>(() => CreateAsync("Pho nes", "x").AsTask());

        ValueTask<Outcome<ChannelView>> CreateAsync(string id, string name) => desk.Channels.CreateAsync(id, name, Settings, Desk.Administrator, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Remove_ByAnAdministrator_LeavesTheSessionsToThoseWhoHaveThem()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        (await desk.Channels.RemoveAsync(Desk.Network, Desk.Administrator, cancellationToken: Cancel).AcceptedAsync()).Channel.IsOpen.ShouldBeFalse();

        (await desk.Channels.ListAsync(Desk.Administrator, Cancel)).Select(view => view.Id).ShouldBe([Desk.Printers]);
        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).AcceptedAsync()).Session.Status.ShouldBe(SessionStatus.Active);
        (await desk.Sessions.GetAsync(id, Desk.Bob, Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
    }

    [Fact]
    public async Task Settings_OfTheTimeOut_HoldForSessionsMadeFromThenOn()
    {
        await using var desk = await Desk.StartReadyAsync();
        var before = await desk.CreateAsync();
        await desk.Channels.ConfigureAsync(Desk.Network, Settings, Desk.Manager, cancellationToken: Cancel).AcceptedAsync();
        var after = await desk.CreateAsync();

        desk.Clock.Advance(Settings.TimeOut);

        (await desk.Sessions.GetAsync(before, Desk.Alice, Cancel).AcceptedAsync()).Session.Status.ShouldBe(SessionStatus.Waiting);
        (await desk.Sessions.GetAsync(after, Desk.Alice, Cancel).AcceptedAsync()).Session.Status.ShouldBe(SessionStatus.Expired);
    }

    [Fact]
    public async Task Everything_ForEndUsers_IsRefused()
    {
        await using var desk = await Desk.StartReadyAsync();
        var endUser = new CommandOrigin(new Actor("alice", roles: [SessionPermissions.EndUserRole]));

        (await desk.Channels.GetAsync(Desk.Network, endUser, Cancel).RefusalAsync()).ShouldBe("channels.technician-only");
        (await desk.Channels.RenameAsync(Desk.Network, "Mine", endUser, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.technician-only");
        (await desk.Sessions.ListChannelAsync(Desk.Network, SessionFilter.All, endUser, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.technician-only");
        (await desk.Sessions.CreateAsync(Desk.Network, endUser, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.technician-only");
        (await desk.Channels.ListAsync(endUser, Cancel)).ShouldBeEmpty();
    }
}
