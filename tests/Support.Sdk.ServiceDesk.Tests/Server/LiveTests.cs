using Support.Sdk.Tests;

namespace Support.Sdk.ServiceDesk.Tests.Server;

/// <summary>Live events of the real server.</summary>
public sealed class LiveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-18")]
    public async Task Change_AfterReady_IsHeardByBothSides()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var bob = server.As("bob").Sessions;
        var session = (await bob.CreateAsync("network", cancellationToken: Token)).ValueOrThrow()!;
        var secrets = (await bob.GetSecretsAsync(session.Id, Token)).ValueOrThrow();
        var entered = (await server.EndUsers.EnterWithPinAsync(secrets.Pin, Token)).ValueOrThrow();
        await using var alice = server.As("alice").FollowAsync(cancellationToken: Token).GetAsyncEnumerator(Token);
        await using var endUser = entered.FollowAsync(cancellationToken: Token).GetAsyncEnumerator(Token);
        (await alice.MoveNextAsync(), alice.Current.Type).ShouldBe((true, ServiceDeskChangeType.Ready));
        (await endUser.MoveNextAsync(), endUser.Current.Type).ShouldBe((true, ServiceDeskChangeType.Ready));

        await entered.LaunchAsync("pc", cancellationToken: Token);

        await alice.MoveNextAsync();
        (alice.Current.Type, alice.Current.SessionId, alice.Current.Channel).ShouldBe((ServiceDeskChangeType.Session, session.Id, "network"));
        await endUser.MoveNextAsync();
        endUser.Current.SessionId.ShouldBe(session.Id);
        endUser.Current.Version.ShouldBe(alice.Current.Version);
    }

    /// <summary>While others work, the listener's connection is cut again and again, in the middle of whatever was on its way.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Requirement("SES-18")]
    public async Task Changes_OverConnectionsThatAreCut_AreHeardOnceEachInOrder(int seed)
    {
        using var cutter = new CuttingHandler(seed);
        await using var server = await DeskServer.StartAsync(cutter);
        await server.OpenChannelAsync();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var heard = Task.Run(async () =>
        {
            var changes = new List<ServiceDeskChange>();
            await foreach (var change in server.As("alice").FollowAsync(cancellationToken: Token))
            {
                ready.TrySetResult();
                if (change.Type != ServiceDeskChangeType.Ready)
                {
                    changes.Add(change);
                }

                if (change is { SessionId: "last", Kind: "session-closed" })
                {
                    break;
                }
            }

            return changes;
        }, Token);
        var work = Task.Run(async () =>
        {
            await ready.Task.WaitAsync(Token);
            var bob = server.As("bob").Sessions;
            for (var number = 0; number < 15; number++)
            {
                await bob.CreateAsync("network", $"s-{number}", cancellationToken: Token);
                await bob.AddNoteAsync($"s-{number}", "note", cancellationToken: Token);
                await bob.ReleaseAsync($"s-{number}", cancellationToken: Token);
            }

            await bob.CreateAsync("network", "last", cancellationToken: Token);
            (await bob.CloseAsync("last", cancellationToken: Token)).ValueOrThrow();
        }, Token);

        var changes = await server.ClientClock.RunAsync(heard);

        await work;
        cutter.Streams.ShouldBeGreaterThan(3, "The test is about connections that are cut.");
        changes.ShouldAllBe(change => change.Type == ServiceDeskChangeType.Session);
        changes.Select(change => change.Position).ShouldBeInOrder(SortDirection.Ascending);
        changes.Select(change => (change.SessionId, change.Version)).ShouldBeUnique();
        foreach (var session in changes.GroupBy(change => change.SessionId))
        {
            session.Select(change => change.Version).ShouldBe(Enumerable.Range(1, session.Count()).Select(version => (long?)version), $"{session.Key}");
        }

        changes.Select(change => change.SessionId).Distinct().Count().ShouldBe(16);
    }

    [Fact]
    public async Task Position_OfAnEarlierListener_IsWhereTheNextGoesOn()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice");
        var position = (await alice.FollowAsync(cancellationToken: Token).FirstAsync(Token)).Position;
        await alice.Sessions.CreateAsync("network", "s-1", cancellationToken: Token);
        await alice.Sessions.CloseAsync("s-1", cancellationToken: Token);

        var changes = await alice.FollowAsync(position, Token).Where(change => change.Type == ServiceDeskChangeType.Session).Take(2).ToListAsync(Token);

        changes.Select(change => change.Kind).ShouldBe(["session-created", "session-closed"]);
    }

    [Fact]
    public async Task Position_OfAnotherStore_IsAResetFromWhichTheFeedGoesOn()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice");
        await using var changes = alice.FollowAsync(1_000_000, Token).GetAsyncEnumerator(Token);

        (await changes.MoveNextAsync(), changes.Current.Type).ShouldBe((true, ServiceDeskChangeType.Ready));
        (await changes.MoveNextAsync(), changes.Current.Type).ShouldBe((true, ServiceDeskChangeType.Reset));
        await alice.Sessions.CreateAsync("network", "s-1", cancellationToken: Token);
        await changes.MoveNextAsync();

        changes.Current.SessionId.ShouldBe("s-1");
        changes.Current.Position.ShouldBeLessThan(1_000_000);
    }
}
