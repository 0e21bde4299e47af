using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.Stores;
using Support.Sdk.Tests.Running;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-02")]
public sealed class ListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_OfATechnician_HasWhatIsAssignedToHimInAnyChannelAndNothingElse()
    {
        await using var desk = await Desk.StartReadyAsync();
        var network = await desk.CreateAsync();
        var own = await desk.CreateAsync(Desk.AlicesOwn);
        var bobs = await desk.CreateAsync(by: Desk.Bob);
        var taken = await desk.CreateInQueueAsync(Desk.Printers);
        await desk.Sessions.TakeAsync(taken, Desk.Carol, cancellationToken: Cancel).AcceptedAsync();

        (await HomeAsync(desk, Desk.Alice)).ShouldBe([network, own], ignoreOrder: true);
        (await HomeAsync(desk, Desk.Bob)).ShouldBe([bobs]);
        (await HomeAsync(desk, Desk.Carol)).ShouldBe([taken]);
        (await HomeAsync(desk, Desk.Manager)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_OfLiveSessions_LeavesOutWhatIsOver()
    {
        await using var desk = await Desk.StartReadyAsync();
        var closed = await desk.CreateAsync();
        await desk.Sessions.CloseAsync(closed, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var expired = await desk.CreateAsync();
        desk.Clock.Advance(Desk.TimeOut);
        var live = await desk.CreateAsync();

        (await desk.Sessions.ListHomeAsync(SessionFilter.Live, Desk.Alice, cancellationToken: Cancel)).Items.Select(view => view.Id).ShouldBe([live]);
        (await HomeAsync(desk, Desk.Alice)).ShouldBe([closed, expired, live], ignoreOrder: true);
    }

    [Fact]
    public async Task Channel_ThatIsPrivate_ShowsItsSessionsToItsOwnerAlone()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync(Desk.AlicesOwn);

        (await ChannelAsync(desk, Desk.AlicesOwn, SessionFilter.All, Desk.Alice)).ShouldBe([id]);
        foreach (var other in new[] { Desk.Bob, Desk.Manager, Desk.Administrator, Desk.Technician("olaf", SessionPermissions.Access(Desk.AlicesOwn), SessionPermissions.Manage(Desk.AlicesOwn)) })
        {
            (await desk.Sessions.ListChannelAsync(Desk.AlicesOwn, SessionFilter.All, other, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
            (await desk.Sessions.GetAsync(id, other, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.ReadHistoryAsync(id, other, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.ShareAsync(id, other, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.TakeAsync(id, other, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.TransferToChannelAsync(id, Desk.Network, other, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
        }
    }

    [Fact]
    public async Task Channel_WithEachFilter_HasWhatItAsksFor()
    {
        await using var desk = await Desk.StartReadyAsync();
        var closed = await desk.CreateAsync();
        await desk.Sessions.CloseAsync(closed, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var deleted = await desk.CreateAsync();
        await desk.Sessions.DeleteAsync(deleted, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var active = await desk.CreateActiveAsync();
        var queued = await desk.CreateInQueueAsync();
        await desk.CreateAsync(Desk.Printers);

        (await ChannelAsync(desk, Desk.Network, SessionFilter.All, Desk.Bob)).ShouldBe([closed, active, queued], ignoreOrder: true);
        (await ChannelAsync(desk, Desk.Network, SessionFilter.Live, Desk.Bob)).ShouldBe([active, queued], ignoreOrder: true);
        (await ChannelAsync(desk, Desk.Network, SessionFilter.InQueue, Desk.Bob)).ShouldBe([queued]);

        desk.Clock.Advance(Desk.TimeOut);
        (await ChannelAsync(desk, Desk.Network, SessionFilter.Live, Desk.Bob)).ShouldBeEmpty("time counts though nothing has recorded it yet");
    }

    [Fact]
    public async Task Pages_OfAChannel_HaveEverySessionOnceWithItsActions()
    {
        await using var desk = await Desk.StartReadyAsync();
        List<string> made = [];
        for (var i = 0; i < 7; i++)
        {
            made.Add(await desk.CreateAsync());
        }

        List<SessionView> seen = [];
        string? after = null;
        do
        {
            var page = await desk.Sessions.ListChannelAsync(Desk.Network, SessionFilter.All, Desk.Bob, after, 3, Cancel).AcceptedAsync();
            page.Items.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        seen.Select(view => view.Id).ShouldBe(made, ignoreOrder: true);
        seen.ShouldAllBe(view => view.Session.Secrets == null && view.Actions.Single(action => action.Action == "Share").Refusal == null);
        seen.ShouldAllBe(view => view.Actions.Single(action => action.Action == "Take").Refusal!.Code == "sessions.already-assigned");
        await Should.ThrowAsync<ArgumentException>(() => desk.Sessions.ListHomeAsync(Desk.Alice, limit: 0, cancellationToken: Cancel).AsTask());
        await Should.ThrowAsync<ArgumentException>(() => desk.Sessions.ListHomeAsync(Desk.Alice, after: "\n", cancellationToken: Cancel).AsTask());
    }

    [Fact]
    public async Task Home_OfManySessions_LoadsEachChannelOnce()
    {
        var store = new InterceptingStore(new InMemoryMachineStore());
        await using var desk = await Desk.StartReadyAsync(store);
        for (var i = 0; i < 20; i++)
        {
            await desk.CreateAsync(i % 2 == 0 ? Desk.Network : Desk.Printers);
        }

        var before = store.Loads;
        (await desk.Sessions.ListHomeAsync(Desk.Alice, cancellationToken: Cancel)).Items.Count.ShouldBe(20);

        (store.Loads - before).ShouldBe(2);
    }

    [Fact]
    public async Task Membership_ThatIsTakenAway_TakesTheSessionsAwayAtOnceButForThoseOnehasAPartIn()
    {
        await using var desk = await Desk.StartReadyAsync();
        var alices = await desk.CreateAsync();
        var bobs = await desk.CreateAsync(by: Desk.Bob);

        await desk.Channels.RemoveMemberAsync(Desk.Network, "bob", Desk.Manager, cancellationToken: Cancel).AcceptedAsync();

        (await desk.Sessions.GetAsync(alices, Desk.Bob, Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
        (await desk.Sessions.ListChannelAsync(Desk.Network, SessionFilter.All, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.GetAsync(bobs, Desk.Bob, Cancel).AcceptedAsync()).Session.Assignee.ShouldBe("bob");
        (await HomeAsync(desk, Desk.Bob)).ShouldBe([bobs]);
    }

    [Fact]
    public async Task Channel_AtItsCapacity_TakesNoMoreUntilOneIsOver()
    {
        await using var desk = await Desk.StartReadyAsync(capacity: 2);
        var first = await desk.CreateAsync();
        await desk.CreateAsync();
        var elsewhere = await desk.CreateAsync(Desk.Printers);

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.channel-full");
        (await desk.Sessions.TransferToChannelAsync(elsewhere, Desk.Network, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.channel-full");

        await desk.Sessions.CloseAsync(first, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        await desk.CreateAsync();
    }

    private static async Task<IEnumerable<string>> HomeAsync(Desk desk, CommandOrigin by) =>
        (await desk.Sessions.ListHomeAsync(by, cancellationToken: Cancel)).Items.Select(view => view.Id);

    private static async Task<IEnumerable<string>> ChannelAsync(Desk desk, string channel, SessionFilter filter, CommandOrigin by) =>
        (await desk.Sessions.ListChannelAsync(channel, filter, by, cancellationToken: Cancel).AcceptedAsync()).Items.Select(view => view.Id);
}
