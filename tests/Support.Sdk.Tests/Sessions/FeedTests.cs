using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-18")]
public sealed class FeedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_OnAnotherHost_TellsOfReadinessFirstAndThenOfEveryChange()
    {
        await using var desk = await Desk.StartReadyAsync();
        await using var other = desk.StartAnother();
        await using var bob = new Listener(other.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        (await bob.NextAsync()).ShouldBe(new SessionChange.Ready(await desk.Store.LastPositionAsync(Cancel)));

        var id = await desk.CreateAsync();
        var created = (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>();
        created.ShouldBe(new SessionChange.SessionChanged(await desk.Store.LastPositionAsync(Cancel), id)
        {
            Kind = "session-created",
            Version = 1,
            At = desk.Clock.GetUtcNow(),
            By = "alice",
            From = "None",
            To = "Waiting",
            Status = SessionStatus.Waiting,
            Channel = Desk.Network,
            Assignee = "alice",
        });
        await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync();
        (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>().To.ShouldBe("Active");
        await desk.Channels.RenameAsync(Desk.Network, "Networks", Desk.Manager, cancellationToken: Cancel).AcceptedAsync();
        var renamed = (await bob.NextAsync()).ShouldBeOfType<SessionChange.ChannelChanged>();
        (renamed.ChannelId, renamed.Kind, renamed.Name, renamed.By).ShouldBe((Desk.Network, "channel-renamed", "Networks", "mia"));
    }

    [Fact]
    public async Task Follow_OfWhatComesInSightAndGoesOut_TellsWhatIsSeenAndThenOnlyThatItIsGone()
    {
        await using var desk = await Desk.StartReadyAsync();
        await using var bob = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await bob.NextAsync();

        // Out of his sight, in by an invitation, out by his leaving.
        var printers = await desk.CreateActiveAsync(Desk.Printers);
        await desk.Sessions.InviteAsync(printers, "bob", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        (await NextAsync()).Kind.ShouldBe("session-technician-invited");
        await desk.Sessions.LeaveAsync(printers, Desk.Bob, cancellationToken: Cancel).AcceptedAsync();
        ShouldBeGone(await NextAsync(), printers);
        await desk.Sessions.AddNoteAsync(printers, "not for Bob", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        // In his channel, and then into Alice's private one.
        var network = await desk.CreateAsync();
        (await NextAsync()).SessionId.ShouldBe(network);
        await desk.Sessions.TransferToChannelAsync(network, Desk.AlicesOwn, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        ShouldBeGone(await NextAsync(), network);
        await desk.Sessions.AddNoteAsync(network, "private", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.TransferToChannelAsync(network, Desk.Network, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        (await NextAsync()).ShouldSatisfyAllConditions(change => change.Kind.ShouldBe("session-moved-to-channel"), change => change.Channel.ShouldBe(Desk.Network));

        // Deleted.
        await desk.Sessions.DeleteAsync(network, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        ShouldBeGone(await NextAsync(), network);

        async Task<SessionChange.SessionChanged> NextAsync() => (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>();
    }

    [Fact]
    public async Task Follow_OfPrivateChannels_IsForTheirOwnerAlone()
    {
        await using var desk = await Desk.StartReadyAsync();
        await using var alice = new Listener(desk.Feed.FollowAsync(Desk.Alice, cancellationToken: Cancel));
        var all = Desk.Technician("root", SessionPermissions.Administer, SessionPermissions.Manage(Desk.AlicesOwn), SessionPermissions.Access(Desk.AlicesOwn), SessionPermissions.Access(Desk.Network));
        await using var root = new Listener(desk.Feed.FollowAsync(all, cancellationToken: Cancel));
        await using var endUser = new Listener(desk.Feed.FollowAsync(new(new Actor("alice", roles: [SessionPermissions.EndUserRole])), cancellationToken: Cancel));
        await alice.NextAsync();
        await root.NextAsync();
        (await endUser.NextAsync()).ShouldBeOfType<SessionChange.Ready>();

        var secret = await desk.CreateActiveAsync(Desk.AlicesOwn);
        await desk.Channels.RenameAsync(Desk.AlicesOwn, "Secret", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var open = await desk.CreateAsync();

        (await alice.UntilAsync(change => change is SessionChange.SessionChanged { SessionId: var id } && id == open)).Count.ShouldBe(4);
        (await root.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>().SessionId.ShouldBe(open);
        secret.ShouldNotBe(open);
        var waits = endUser.NextAsync();
        await desk.DisposeAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => waits);
    }

    [Fact]
    public async Task Follow_WhenAMembershipIsTakenAway_TellsThatTheChannelIsGoneAndNothingMoreOfIt()
    {
        await using var desk = await Desk.StartReadyAsync();
        var alices = await desk.CreateAsync();
        var bobs = await desk.CreateAsync(by: Desk.Bob);
        await using var bob = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await bob.NextAsync();

        await desk.Channels.RemoveMemberAsync(Desk.Network, "bob", Desk.Manager, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.AddNoteAsync(alices, "not for Bob", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        await desk.Channels.RenameAsync(Desk.Network, "Not for Bob", Desk.Manager, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.AddNoteAsync(bobs, "still his", Desk.Bob, cancellationToken: Cancel).AcceptedAsync();
        await desk.Channels.SetMemberAsync(Desk.Network, new("bob"), Desk.Manager, cancellationToken: Cancel).AcceptedAsync();

        var gone = (await bob.NextAsync()).ShouldBeOfType<SessionChange.ChannelChanged>();
        gone.ShouldBe(new SessionChange.ChannelChanged(gone.Position, Desk.Network) { IsGone = true });
        (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>().SessionId.ShouldBe(bobs);
        (await bob.NextAsync()).ShouldBeOfType<SessionChange.ChannelChanged>().Kind.ShouldBe("channel-member-set");
    }

    [Fact]
    public async Task FollowSession_ByItsEndUser_TellsOfItAloneWithoutNotesChannelAndPeople()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync();
        await using var endUser = new Listener(desk.Feed.FollowSessionAsync(id, cancellationToken: Cancel));
        await endUser.NextAsync();

        await desk.CreateAsync();
        await desk.Sessions.AddNoteAsync(id, "grumpy", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.DeleteAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        var heard = (await endUser.UntilAsync(change => change is SessionChange.SessionChanged { IsGone: true })).Cast<SessionChange.SessionChanged>().ToList();
        heard.Select(change => change.Kind).ShouldBe(["session-launched", "session-access-requested", ""]);
        heard.ShouldAllBe(change => change.SessionId == id && change.By == null && change.Channel == null && change.Assignee == null);
    }

    [Fact]
    public async Task Follow_WithAnEventOfANewerHost_LeavesItOutAndGoesOn()
    {
        await using var desk = await Desk.StartReadyAsync();
        var broken = await desk.CreateAsync();
        await using var bob = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        await bob.NextAsync();
        var record = (await desk.Store.LoadAsync(SupportSessionMachine.StreamOf(broken), Cancel))!;
        var future = new StoredEvent(SupportSessionMachine.Info.Name, 99, "session-teleported", "{}"u8.ToArray());
        await desk.Store.CommitAsync(
            new StreamCommit
            {
                Stream = record.Id,
                ExpectedVersion = 1,
                Events = [new(future, new("", "Waiting", "Waiting"))],
                Snapshot = record.Snapshot,
                ActorId = "alice",
                At = desk.Clock.GetUtcNow(),
            },
            Cancel);

        var next = await desk.CreateAsync();

        (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>().SessionId.ShouldBe(next);
    }

    private static void ShouldBeGone(SessionChange.SessionChanged change, string id) =>
        change.ShouldBe(new SessionChange.SessionChanged(change.Position, id) { IsGone = true });
}
