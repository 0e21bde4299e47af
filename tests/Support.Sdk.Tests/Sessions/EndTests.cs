using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.Sqlite;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Sessions;

public sealed class EndTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-11")]
    public async Task Close_ByTheTechnician_EndsTheConnectionForGood()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateConnectedAsync();

        var closed = await desk.Sessions.CloseAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        closed.Session.Status.ShouldBe(SessionStatus.Closed);
        closed.Session.Access.Connected.ShouldBeEmpty();
        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.closed");
        (await desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.closed");
        (await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.closed");
        (await desk.CreateAsync()).ShouldNotBe(id);
    }

    [Fact]
    [Requirement("SES-12")]
    public async Task Delete_ByTheTechnician_TakesTheSessionOutOfItsChannel()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        (await desk.Sessions.DeleteAsync(id, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.lead-required");
        (await desk.Sessions.DeleteAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync()).Session.IsDeleted.ShouldBeTrue();

        (await desk.Sessions.ListChannelAsync(Desk.Network, SessionFilter.All, Desk.Alice, cancellationToken: Cancel).AcceptedAsync()).Items.ShouldBeEmpty();
        (await desk.Sessions.ListHomeAsync(Desk.Alice, cancellationToken: Cancel)).Items.ShouldBeEmpty();
        (await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
        (await desk.Sessions.LoseDeviceAsync(id, Desk.Computer, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, id, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.id-taken");
    }

    [Fact]
    [Requirement("SES-13")]
    public async Task Expiry_AcrossARestartOfTheHost_IsRecordedAtItsInstantThoughNobodyTouchesTheSession()
    {
        var directory = Directory.CreateTempSubdirectory("support-sdk-sessions");
        var clock = new ManualTimeProvider();
        try
        {
            string id;
            DateTimeOffset expiresAt;
            await using (var store = OpenStore(directory))
            await using (var desk = await Desk.StartReadyAsync(store))
            {
                id = await desk.CreateActiveAsync();
                expiresAt = (await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).AcceptedAsync()).Session.ExpiresAt;
                clock.AdvanceTo(desk.Clock.GetUtcNow());
            }

            // The host is down when the time is up.
            clock.AdvanceTo(expiresAt + TimeSpan.FromMinutes(7));
            await using (var store = OpenStore(directory))
            await using (var desk = Desk.Start(store, clock))
            {
                (await desk.Work.RunAllAsync(Cancel)).ShouldBe(1);

                var last = (await desk.Sessions.ReadHistoryAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync())[^1];
                last.Event.ShouldBe(new SessionEvent.Expired(expiresAt));
                (last.ActorId, last.Change.From, last.Change.To).ShouldBe(("system", "Active", "Expired"));
                (await desk.Work.RunAllAsync(Cancel)).ShouldBe(0);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    [Requirement("SES-13")]
    [Requirement("SES-18")]
    public async Task Expiry_WithTheWorkersRunning_HappensOnTimeAndIsTold()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync();
        await using var bob = new Listener(desk.Feed.FollowAsync(Desk.Bob, cancellationToken: Cancel));
        (await bob.NextAsync()).ShouldBeOfType<SessionChange.Ready>();
        foreach (var worker in desk.Workers)
        {
            await worker.StartAsync(Cancel);
        }

        desk.Clock.Advance(Desk.TimeOut);
        var change = (await bob.NextAsync()).ShouldBeOfType<SessionChange.SessionChanged>();

        (change.SessionId, change.Kind, change.Status, change.By).ShouldBe((id, "session-expired", SessionStatus.Expired, "system"));
        change.At.ShouldBe(desk.Clock.GetUtcNow());
        foreach (var worker in desk.Workers)
        {
            await worker.StopAsync(Cancel);
        }
    }

    [Fact]
    [Requirement("SES-13")]
    public async Task Commands_AtTheInstantOfTheExpiry_ComeTooLate()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        desk.Clock.Advance(Desk.TimeOut - TimeSpan.FromTicks(1));
        await desk.Sessions.AddNoteAsync(id, "almost", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        desk.Clock.Advance(TimeSpan.FromTicks(1));

        (await desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.expired");
        (await desk.Sessions.ReadHistoryAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync())[^1].Event.ShouldBeOfType<SessionEvent.Expired>();
    }

    private static SqliteMachineStore OpenStore(DirectoryInfo directory) => new(new SqliteStoreOptions { Path = Path.Combine(directory.FullName, "desk.db") });
}
