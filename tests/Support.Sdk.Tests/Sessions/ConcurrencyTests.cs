using System.Text;
using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Sqlite;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-15")]
public sealed class ConcurrencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Take_ByManyOnTwoHosts_HasOneWinnerAndTellsTheOthersWho(bool onSqlite)
    {
        var directory = Directory.CreateTempSubdirectory("support-sdk-take");
        try
        {
            await using var sqlite = onSqlite ? new SqliteMachineStore(new SqliteStoreOptions { Path = Path.Combine(directory.FullName, "desk.db") }) : null;
            await using var one = await Desk.StartReadyAsync(sqlite);
            await using var two = one.StartAnother();
            var technicians = Enumerable.Range(0, 12).Select(i => Desk.Technician($"t{i}", SessionPermissions.Access(Desk.Network))).ToList();
            for (var round = 0; round < 5; round++)
            {
                var id = await one.CreateInQueueAsync();
                using var start = new Barrier(technicians.Count);

                var outcomes = await Task.WhenAll(technicians.Select((technician, i) => Task.Factory.StartNew(
                    async () =>
                    {
                        start.SignalAndWait(Cancel);
                        return await (i % 2 == 0 ? one : two).Sessions.TakeAsync(id, technician, cancellationToken: Cancel);
                    },
                    Cancel,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default).Unwrap()));

                var winner = outcomes.Single(outcome => outcome.IsAccepted).Value!.Session.Assignee;
                outcomes.Where(outcome => !outcome.IsAccepted).ShouldAllBe(outcome =>
                    outcome.Refusal!.Code == "sessions.already-assigned" && outcome.Refusal["technician"]!.Value.ToString() == winner);
                (await two.Sessions.GetAsync(id, technicians[0], Cancel).AcceptedAsync()).Session.Assignee.ShouldBe(winner);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Commands_AtRandomOnTwoHosts_LeaveTheStateThatTheHistoryTells()
    {
        await using var one = await Desk.StartReadyAsync(options: options => options.MaxDecisionAttempts = 100);
        await using var two = one.StartAnother();
        var id = await one.CreateActiveAsync();
        CommandOrigin[] people = [Desk.Alice, Desk.Bob, Desk.Manager];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(
            async () =>
            {
                var random = new Random(worker);
                var desk = worker % 2 == 0 ? one : two;
                for (var i = 0; i < 60; i++)
                {
                    var by = people[random.Next(people.Length)];
                    var outcome = random.Next(7) switch
                    {
                        0 => await desk.Sessions.TakeAsync(id, by, cancellationToken: Cancel),
                        1 => await desk.Sessions.ReleaseAsync(id, by, cancellationToken: Cancel),
                        2 => await desk.Sessions.AssignAsync(id, people[random.Next(3)].Actor.Id, by, cancellationToken: Cancel),
                        3 => await desk.Sessions.InviteAsync(id, $"guest{random.Next(3)}", by, cancellationToken: Cancel),
                        4 => await desk.Sessions.RequestAccessAsync(id, by, cancellationToken: Cancel),
                        5 => await desk.Sessions.ConnectAsync(id, by, cancellationToken: Cancel),
                        _ => await desk.Sessions.AddNoteAsync(id, "note", by, cancellationToken: Cancel),
                    };
                    outcome.Value?.Session.Invited.Length.ShouldBeLessThanOrEqualTo(2);
                }
            },
            Cancel)));

        SupportSession? replayed = null;
        var entries = await one.Sessions.ReadHistoryAsync(id, Desk.Manager, limit: 1_000, cancellationToken: Cancel).AcceptedAsync();
        entries.Count.ShouldBeGreaterThan(30);
        foreach (var entry in entries)
        {
            replayed = SupportSessionMachine.Evolve(replayed, entry.Event);
        }

        var now = await two.Sessions.GetAsync(id, Desk.Manager, Cancel).AcceptedAsync();
        now.Version.ShouldBe(entries.Count);
        Json(now.Session).ShouldBe(Json(replayed!));

        static string Json(SupportSession session) => Encoding.UTF8.GetString(SupportSessionMachine.Format.Write(session).Data.Span);
    }

    [Fact]
    public async Task Command_OnAVersionThatIsPast_IsRefusedAndSaysWhichItIs()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();
        var seen = await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).AcceptedAsync();
        await desk.Sessions.AddNoteAsync(id, "meanwhile", Desk.Bob, cancellationToken: Cancel).AcceptedAsync();

        var stale = await desk.Sessions.CloseAsync(id, Desk.Alice, new CommandOptions { ExpectedVersion = seen.Version }, Cancel);
        stale.Refusal!.Definition.ShouldBe(KernelRefusals.VersionChanged);
        stale.Refusal["actual"]!.Value.ToString().ShouldBe($"{seen.Version + 1}");

        await desk.Sessions.CloseAsync(id, Desk.Alice, new CommandOptions { ExpectedVersion = seen.Version + 1 }, Cancel).AcceptedAsync();
    }

    [Fact]
    public async Task Command_RepeatedUnderItsKeyOnAnotherHost_TakesPlaceOnce()
    {
        await using var one = await Desk.StartReadyAsync();
        await using var two = one.StartAnother();
        var id = await one.CreateActiveAsync();
        var options = new CommandOptions { Key = CommandKey.Create("note-1", "note"u8) };

        await one.Sessions.AddNoteAsync(id, "once", Desk.Alice, options: options, cancellationToken: Cancel).AcceptedAsync();
        var again = await two.Sessions.AddNoteAsync(id, "once", Desk.Alice, options: options, cancellationToken: Cancel).AcceptedAsync();

        again.Session.Notes.Length.ShouldBe(1);
    }

    [Fact]
    [Requirement("SES-02")]
    public async Task Command_OnAVersionByOneWhoDoesNotSeeTheSession_TellsNothingOfIt()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync(Desk.AlicesOwn);
        var deleted = await desk.CreateAsync();
        await desk.Sessions.DeleteAsync(deleted, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var options = new CommandOptions { ExpectedVersion = 41 };

        foreach (var session in new[] { id, deleted, "none" })
        {
            (await desk.Sessions.CloseAsync(session, Desk.Bob, options, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.TransferToChannelAsync(session, Desk.Network, Desk.Bob, options, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
        }

        foreach (var session in new[] { deleted, "none" })
        {
            (await desk.Sessions.LaunchAsync(session, Desk.Computer, options, Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
        }

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Bob, id, options, Cancel).RefusalAsync()).ShouldBe("sessions.id-taken");
        (await desk.Channels.RenameAsync(Desk.AlicesOwn, "x", Desk.Bob, options, Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Channels.RenameAsync("none", "x", Desk.Bob, options, Cancel).RefusalAsync()).ShouldBe("channels.not-found");
    }

    [Fact]
    public async Task Command_RepeatedUnderItsKeyThoughTheSessionIsGone_IsAccepted()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync();
        var options = new CommandOptions { Key = CommandKey.Create("delete-1", "delete"u8) };
        await desk.Sessions.DeleteAsync(id, Desk.Alice, options, Cancel).AcceptedAsync();

        (await desk.Sessions.DeleteAsync(id, Desk.Alice, options, Cancel).AcceptedAsync()).Session.IsDeleted.ShouldBeTrue();
        (await desk.Sessions.DeleteAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
    }
}
