using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Sessions;

/// <summary>Random work at the desk, and followers who break off and resume: nothing is missed, nothing told twice, and what is told is what the machine lets them see.</summary>
[Requirement("SES-18")]
public sealed class FeedResumeTests
{
    private const string Final = "final";

    private static readonly CommandOrigin[] Listeners = [Desk.Alice, Desk.Bob, Desk.Carol, Desk.Manager, Desk.Outsider, Desk.Administrator];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task Resume_AtEveryPosition_TellsExactlyWhatTheMachineLetsBeSeenFromThereOn(int seed, int remembered)
    {
        await using var desk = await StartAsync(remembered);
        await WorkAsync(desk, seed, steps: 120);
        await FinishAsync(desk);
        var last = await desk.Store.LastPositionAsync(Cancel);
        foreach (var listener in Listeners)
        {
            var expected = await ExpectedAsync(desk.Store, listener.Actor);
            expected.Count.ShouldBeGreaterThan(listener == Desk.Outsider ? 2 : 10);
            for (var after = 0L; after < last; after += listener == Desk.Bob ? 1 : 17)
            {
                var heard = await HearAsync(desk, listener, after);
                heard.Select(change => (change.Position, IsGone(change))).ShouldBe(expected.Where(change => change.Position > after), $"{listener.Actor} after {after}");
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Follow_CutAtRandomWhileTheWorkGoesOn_HearsWhatOneHearsWhoWasNeverCut(int seed)
    {
        await using var desk = await StartAsync(remembered: 3);
        await using var other = desk.StartAnother();
        var followers = Listeners.Select((listener, i) => FollowWithCutsAsync(desk, other, listener, new Random(seed + i))).ToList();

        await WorkAsync(desk, seed, steps: 150);
        await FinishAsync(desk);

        for (var i = 0; i < followers.Count; i++)
        {
            (await followers[i]).ShouldBe(await HearAsync(desk, Listeners[i], 0), $"{Listeners[i].Actor}");
        }
    }

    private static async Task<Desk> StartAsync(int remembered)
    {
        var desk = await Desk.StartReadyAsync(options: options =>
        {
            options.Sessions.Feed.ListenerBuffer = 100_000;
            options.Sessions.Feed.MaxReplay = 1_000_000;
            options.Sessions.Feed.RememberedStreams = remembered;
        });
        await desk.Channels.CreateAsync(Final, "Final", new(Desk.TimeOut), CommandOrigin.System, cancellationToken: Cancel).AcceptedAsync();
        return desk;
    }

    // The last thing that happens is seen by each of the listeners.
    private static async Task FinishAsync(Desk desk)
    {
        foreach (var listener in Listeners)
        {
            await desk.Channels.SetMemberAsync(Final, new(listener.Actor.Id), CommandOrigin.System, cancellationToken: Cancel).AcceptedAsync();
        }

        await desk.Channels.RenameAsync(Final, "Over", CommandOrigin.System, cancellationToken: Cancel).AcceptedAsync();
    }

    private static bool IsLast(SessionChange change) => change is SessionChange.ChannelChanged { ChannelId: Final, Kind: "channel-renamed" };

    private static bool IsGone(SessionChange change) => change is SessionChange.SessionChanged { IsGone: true } or SessionChange.ChannelChanged { IsGone: true };

    private static async Task<List<SessionChange>> HearAsync(Desk desk, CommandOrigin listener, long after)
    {
        await using var follower = new Listener(desk.Feed.FollowAsync(listener, after, Cancel));
        (await follower.NextAsync()).ShouldBe(new SessionChange.Ready(after));
        return await follower.UntilAsync(IsLast);
    }

    private static async Task<List<SessionChange>> FollowWithCutsAsync(Desk one, Desk two, CommandOrigin technician, Random random)
    {
        List<SessionChange> heard = [];
        var position = 0L;
        while (true)
        {
            await using var listener = new Listener((random.Next(2) == 0 ? one : two).Feed.FollowAsync(technician, position, Cancel));
            (await listener.NextAsync()).ShouldBe(new SessionChange.Ready(position));
            for (var left = random.Next(1, 12); left > 0; left--)
            {
                heard.Add(await listener.NextAsync());
                position = heard[^1].Position;
                if (IsLast(heard[^1]))
                {
                    return heard;
                }
            }
        }
    }

    private static async Task WorkAsync(Desk desk, int seed, int steps)
    {
        var random = new Random(seed);
        List<string> ids = [await desk.CreateAsync(), await desk.CreateActiveAsync(Desk.Printers), await desk.CreateAsync(Desk.AlicesOwn)];
        CommandOrigin[] people = [Desk.Alice, Desk.Bob, Desk.Carol, Desk.Manager];
        string[] channels = [Desk.Network, Desk.Printers, Desk.AlicesOwn];
        for (var step = 0; step < steps; step++)
        {
            var id = ids[random.Next(ids.Count)];
            var by = people[random.Next(people.Length)];
            var (other, channel) = (people[random.Next(people.Length)].Actor.Id, channels[random.Next(channels.Length)]);
            switch (random.Next(13))
            {
                case 0 or 1:
                    ids.Add((await desk.Sessions.CreateAsync(channel, by, cancellationToken: Cancel)).Value?.Id ?? id);
                    break;
                case 2:
                    await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel);
                    break;
                case 3:
                    await desk.Sessions.TransferToChannelAsync(id, channel, by, cancellationToken: Cancel);
                    break;
                case 4:
                    await desk.Sessions.TransferToChannelAsync(id, channel, Desk.Alice, cancellationToken: Cancel);
                    break;
                case 5:
                    await desk.Sessions.AssignAsync(id, other, by, cancellationToken: Cancel);
                    break;
                case 6:
                    await desk.Sessions.ReleaseAsync(id, Desk.Alice, cancellationToken: Cancel);
                    break;
                case 7:
                    await desk.Sessions.TakeAsync(id, by, cancellationToken: Cancel);
                    break;
                case 8:
                    await desk.Sessions.InviteAsync(id, random.Next(2) == 0 ? "olaf" : other, Desk.Alice, cancellationToken: Cancel);
                    break;
                case 9:
                    await desk.Sessions.LeaveAsync(id, random.Next(2) == 0 ? Desk.Outsider : by, cancellationToken: Cancel);
                    break;
                case 10:
                    await desk.Sessions.DeleteAsync(id, by, cancellationToken: Cancel);
                    break;
                case 11:
                    await desk.Channels.RemoveMemberAsync(channel, other, Desk.Administrator, cancellationToken: Cancel);
                    break;
                default:
                    await desk.Channels.SetMemberAsync(channel, new(other, CanRelease: true), Desk.Administrator, cancellationToken: Cancel);
                    break;
            }
        }
    }

    // Straight from the events, without the feed: who sees what before and after each of them.
    private static async Task<List<(long Position, bool IsGone)>> ExpectedAsync(IMachineStore store, Actor technician)
    {
        Dictionary<StreamId, SupportSession> sessions = [];
        Dictionary<string, SupportChannel> channels = [];
        List<(long Position, bool IsGone)> expected = [];
        foreach (var recorded in await store.ReadChangesAsync(0, 1_000, Cancel))
        {
            bool before, after;
            if (recorded.Stream.Machine == SupportSessionMachine.Info.Name)
            {
                var session = sessions.GetValueOrDefault(recorded.Stream);
                before = session is not null && Sees(session);
                sessions[recorded.Stream] = SupportSessionMachine.Evolve(session, SupportSessionMachine.Format.Read(recorded.Event));
                after = Sees(sessions[recorded.Stream]);
            }
            else
            {
                var channel = channels.GetValueOrDefault(recorded.Stream.Key);
                before = channel is not null && SupportChannelMachine.IsVisibleTo(channel, technician);
                channels[recorded.Stream.Key] = SupportChannelMachine.Evolve(channel, SupportChannelMachine.Format.Read(recorded.Event));
                after = SupportChannelMachine.IsVisibleTo(channels[recorded.Stream.Key], technician);
            }

            if (before || after)
            {
                expected.Add((recorded.Position, !after));
            }
        }

        return expected;

        bool Sees(SupportSession session) => SupportSessionMachine.IsVisibleTo(
            session,
            new Actor(technician.Id, permissions: [.. technician.Permissions, .. channels[session.Channel.Id].PermissionsOf(technician.Id)]));
    }
}
