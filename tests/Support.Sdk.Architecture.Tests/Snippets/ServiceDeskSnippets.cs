using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Architecture.Snippets;

public sealed class ServiceDeskSnippets
{
    [Fact]
    public async Task Day_AtTheServiceDesk_EndsConnected()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var services = new ServiceCollection().AddSupportSdk().AddInMemoryStore().BuildServiceProvider();
        #region ServiceDeskDay
        var channels = services.GetRequiredService<ChannelWorkflow>();
        var sessions = services.GetRequiredService<SessionWorkflow>();

        // once, when the host sets itself up; doing it again changes nothing
        await channels.CreateAsync("network", "Network", new ChannelSettings(TimeSpan.FromMinutes(30)), CommandOrigin.System, isDefault: true, cancellationToken: cancellationToken);
        await channels.SetMemberAsync("network", new ChannelMember("alice", CanRelease: true), CommandOrigin.System, cancellationToken: cancellationToken);

        // the technician makes a session and reads the PIN out
        var alice = new CommandOrigin(new Actor("alice", "Alice Adams"));
        var session = (await sessions.CreateAsync("network", alice, cancellationToken: cancellationToken)).ValueOrThrow();
        var secrets = (await sessions.ShareAsync(session.Id, alice, cancellationToken)).ValueOrThrow();

        // the end user types it and launches the support application
        var entered = (await sessions.EnterAsync(new EndUserEntry.Pin(secrets.Pin), cancellationToken)).ValueOrThrow();
        await sessions.LaunchAsync(entered.Id, "pc-1", cancellationToken: cancellationToken);

        // she asks, he grants, she connects
        await sessions.RequestAccessAsync(session.Id, alice, cancellationToken: cancellationToken);
        var asked = (await sessions.GetForEndUserAsync(entered.Id, cancellationToken)).ValueOrThrow();
        await sessions.GrantAsync(entered.Id, asked.Request!.Id, "pc-1", cancellationToken: cancellationToken);
        var connected = await sessions.ConnectAsync(session.Id, alice, cancellationToken: cancellationToken);
        #endregion

        Assert.Equal(["alice"], connected.ValueOrThrow().Session.Access.Connected);
        await FollowAsync(services.GetRequiredService<SessionFeed>(), session.Id, alice, cancellationToken);
    }

    private static async Task FollowAsync(SessionFeed feed, string sessionId, CommandOrigin alice, CancellationToken cancellationToken)
    {
        List<string> shown = [];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FollowAsync(feed, alice, shown, enough));
        Assert.All(shown, id => Assert.Equal(sessionId, id));
    }

    private static async Task FollowAsync(SessionFeed feed, CommandOrigin alice, List<string> shown, CancellationTokenSource enough)
    {
        var cancellationToken = enough.Token;
        long? lastPosition = 0;
        var isFirst = false;
        Func<Task> listAsync = () => Task.CompletedTask;
        Func<string, Task> showAsync = async id =>
        {
            shown.Add(id);
            if (shown.Count == 5)
            {
                await enough.CancelAsync();
            }
        };
        Action<string> remove = _ => { };
        #region FollowSessions
        await foreach (var change in feed.FollowAsync(alice, after: lastPosition, cancellationToken))
        {
            lastPosition = change.Position;                                             // resume from here, on any host
            switch (change)
            {
                case SessionChange.Ready when isFirst:                                  // first of all: list now, and nothing is missed
                case SessionChange.Reset:                                               // too slow or away for too long: list again
                    await listAsync();
                    break;
                case SessionChange.SessionChanged { IsGone: true } gone:
                    remove(gone.SessionId);
                    break;
                case SessionChange.SessionChanged changed:
                    await showAsync(changed.SessionId);
                    break;
            }
        }
        #endregion
    }
}
