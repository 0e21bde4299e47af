using Support.Sdk.Sessions;
using Support.Sdk.Tests;

namespace Support.Sdk.ServiceDesk.Tests.Server;

/// <summary>Both clients against the real server: a session from its creation to its end.</summary>
public sealed class SessionTests
{
    private const string Device = "pc-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-03")]
    [Requirement("SES-04")]
    [Requirement("SES-05")]
    public async Task Session_FromItsCreationToItsEnd_GoesItsWay()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice").Sessions;
        var session = (await alice.CreateAsync("network", cancellationToken: Token)).ValueOrThrow()!;
        var secrets = (await alice.GetSecretsAsync(session.Id, Token)).ValueOrThrow();

        secrets.Link.ShouldBe($"https://help.test/s/{secrets.LinkToken}");
        var entered = (await server.EndUsers.EnterWithPinAsync(secrets.Pin, Token)).ValueOrThrow();
        (await server.EndUsers.EnterWithLinkAsync(secrets.LinkToken, Token)).ValueOrThrow().Session.Id.ShouldBe(session.Id);
        (await alice.ConnectAsync(session.Id, cancellationToken: Token)).Refusal!.Code.ShouldBe("sessions.end-user-not-launched");
        (await entered.LaunchAsync(Device, cancellationToken: Token)).ValueOrThrow().Status.ShouldBe(SessionStatus.Active);
        (await alice.RequestAccessAsync(session.Id, cancellationToken: Token)).ValueOrThrow()!.Access.Status.ShouldBe(SessionAccessStatus.Requested);
        var asked = (await entered.GetAsync(Token)).ValueOrThrow();
        (await entered.RejectAsync(asked.RequestId!, Device, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await alice.RequestAccessAsync(session.Id, "again", cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await entered.GrantAsync("again", Device, cancellationToken: Token)).ValueOrThrow().Access.ShouldBe(SessionAccessStatus.Granted);
        (await alice.ConnectAsync(session.Id, cancellationToken: Token)).ValueOrThrow()!.Access.Connected.ShouldBe(["alice"]);
        (await alice.DisconnectAsync(session.Id, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await alice.ConnectAsync(session.Id, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await entered.StopAsync(Device, cancellationToken: Token)).ValueOrThrow().Connected.ShouldBeEmpty();
        (await alice.AddNoteAsync(session.Id, "Printer works.", cancellationToken: Token)).ValueOrThrow()!.Notes.ShouldHaveSingleItem().Text.ShouldBe("Printer works.");
        (await entered.LeaveAsync(Device, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await alice.CloseAsync(session.Id, cancellationToken: Token)).ValueOrThrow()!.Status.ShouldBe(SessionStatus.Closed);

        var resumed = (await server.EndUsers.ResumeAsync(entered.Ticket, Token)).ValueOrThrow();
        resumed.Session.Status.ShouldBe(SessionStatus.Closed);
        (await resumed.LaunchAsync(Device, cancellationToken: Token)).Refusal!.Code.ShouldBe("sessions.closed");
        var history = await alice.History(session.Id, pageSize: 3).ToListAsync(Token);
        history.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, history.Count).Select(version => (long)version));
        (history[0].Kind, history[^1].Kind).ShouldBe(("session-created", "session-closed"));
        (await alice.DeleteAsync(session.Id, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await resumed.GetAsync(Token)).Refusal!.Code.ShouldBe("sessions.invalid");
        (await Should.ThrowAsync<SupportRequestException>(async () => await resumed.FollowAsync(null, Token).ToListAsync(Token))).VendorCode.ShouldBe("sessions.invalid");
    }

    [Fact]
    [Requirement("SES-07")]
    [Requirement("SES-08")]
    [Requirement("SES-10")]
    public async Task Session_PassedOn_IsWhereItWasPassedTo()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        await server.OpenChannelAsync("printers");
        var (alice, bob, carol) = (server.As("alice").Sessions, server.As("bob").Sessions, server.As("carol").Sessions);
        var id = (await alice.CreateAsync("network", "s-1", cancellationToken: Token)).ValueOrThrow()!.Id;

        (await alice.InviteAsync(id, "carol", cancellationToken: Token)).ValueOrThrow()!.Invited.ShouldBe(["carol"]);
        (await carol.LeaveAsync(id, cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await alice.ReleaseAsync(id, cancellationToken: Token)).ValueOrThrow()!.Status.ShouldBe(SessionStatus.InQueue);
        (await bob.ListQueue("network").ToListAsync(Token)).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await bob.TakeAsync(id, cancellationToken: Token)).ValueOrThrow()!.Assignee.ShouldBe("bob");
        (await carol.TakeAsync(id, cancellationToken: Token)).Refusal!.Code.ShouldBe("sessions.already-assigned");
        (await bob.TransferToTechnicianAsync(id, "alice", cancellationToken: Token)).ValueOrThrow()!.Assignee.ShouldBe("alice");
        (await alice.TransferToChannelAsync(id, "printers", cancellationToken: Token)).ValueOrThrow()!.Channel.ShouldBe("printers");
        (await alice.AssignAsync(id, "bob", cancellationToken: Token)).ValueOrThrow()!.Assignee.ShouldBe("bob");
        (await bob.ListHome().ToListAsync(Token)).ShouldHaveSingleItem().Channel.ShouldBe("printers");
        (await server.As("mallory").Sessions.GetAsync(id, Token)).Refusal!.Code.ShouldBe("sessions.not-found");
    }

    [Fact]
    public async Task Lists_OfManySessions_GiveEachOnce()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice").Sessions;
        for (var number = 0; number < 23; number++)
        {
            await alice.CreateAsync("network", $"s-{number:00}", cancellationToken: Token);
        }

        var home = await alice.ListHome(pageSize: 5).ToListAsync(Token);
        var live = await alice.ListChannel("network", ServiceDeskSessionFilter.Live, 4).ToListAsync(Token);

        home.Select(session => session.Id).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 23).Select(number => $"s-{number:00}"));
        live.Select(session => session.Id).ShouldBe(home.Select(session => session.Id), ignoreOrder: true);
        (await alice.ListQueue("network").ToListAsync(Token)).ShouldBeEmpty();
        var unseen = await Should.ThrowAsync<SupportRequestException>(async () => await server.As("mallory").Sessions.ListQueue("network").ToListAsync(Token));
        unseen.VendorCode.ShouldBe("channels.not-found");
    }

    [Fact]
    public async Task Key_UsedAgain_DoesNothingAgain()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice").Sessions;
        var key = new ServiceDeskCommandOptions { IdempotencyKey = "job-1" };

        var made = (await alice.CreateAsync("network", options: key, cancellationToken: Token)).ValueOrThrow()!;
        var madeAgain = (await alice.CreateAsync("network", options: key, cancellationToken: Token)).ValueOrThrow()!;
        var noted = (await alice.AddNoteAsync(made.Id, "once", options: key with { IdempotencyKey = "job-2" }, cancellationToken: Token)).ValueOrThrow()!;
        var notedAgain = (await alice.AddNoteAsync(made.Id, "once", options: key with { IdempotencyKey = "job-2" }, cancellationToken: Token)).ValueOrThrow()!;
        var reused = await alice.AddNoteAsync(made.Id, "twice", options: key with { IdempotencyKey = "job-2" }, cancellationToken: Token);

        madeAgain.Id.ShouldBe(made.Id);
        notedAgain.Version.ShouldBe(noted.Version);
        notedAgain.Notes.Count.ShouldBe(1);
        reused.Refusal!.Code.ShouldBe("support.key-reused");
    }

    [Fact]
    public async Task Version_ThatIsPast_IsRefusedWithTheNewOne()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();
        var alice = server.As("alice").Sessions;
        var made = (await alice.CreateAsync("network", cancellationToken: Token)).ValueOrThrow()!;
        (await alice.AddNoteAsync(made.Id, "meanwhile", cancellationToken: Token)).ValueOrThrow();

        var late = await alice.CloseAsync(made.Id, new() { ExpectedVersion = made.Version }, Token);

        late.Refusal!.Code.ShouldBe("support.version-changed");
        (await alice.CloseAsync(made.Id, new() { ExpectedVersion = made.Version + 1 }, Token)).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    [Requirement("SES-17")]
    public async Task Guesses_TooMany_AreCutOff()
    {
        await using var server = await DeskServer.StartAsync();
        await server.OpenChannelAsync();

        for (var guess = 0; guess < 10; guess++)
        {
            (await server.EndUsers.EnterWithPinAsync($"00000{guess}", Token)).Refusal!.Code.ShouldBe("sessions.invalid");
        }

        var exception = await Should.ThrowAsync<SupportRequestException>(() => server.EndUsers.EnterWithPinAsync("000010", Token));
        exception.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        exception.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Refusals_InAnotherLanguage_AreWordedInIt()
    {
        await using var server = await DeskServer.StartAsync();

        var english = (await server.As("alice").Sessions.GetAsync("none", Token)).Refusal!;
        var french = (await server.As("alice").InLanguage("fr-CA, fr;q=0.9").Sessions.GetAsync("none", Token)).Refusal!;

        french.Code.ShouldBe(english.Code);
        french.Text.ShouldNotBe(english.Text);
    }

    [Fact]
    public async Task Caller_WhoIsNobody_IsAnException()
    {
        await using var server = await DeskServer.StartAsync();

        var reading = await Should.ThrowAsync<SupportRequestException>(() => server.As("nobody").GetMeAsync(Token));
        var following = await Should.ThrowAsync<SupportRequestException>(async () => await server.As("nobody").FollowAsync(null, Token).ToListAsync(Token));
        var forged = await Should.ThrowAsync<SupportRequestException>(() => server.EndUsers.ResumeAsync("forged", Token));

        new[] { reading, following, forged }.ShouldAllBe(exception => exception.StatusCode == HttpStatusCode.Unauthorized);
        forged.VendorCode.ShouldBe("service-desk.ticket-required");
    }

    [Fact]
    public async Task Channels_Always_AreRunByThoseWhoMay()
    {
        await using var server = await DeskServer.StartAsync();
        var (root, alice) = (server.As("root").Channels, server.As("alice").Channels);
        var channel = await server.OpenChannelAsync();

        (await root.RenameAsync("network", "Networks", new() { ExpectedVersion = channel.Version }, Token)).ValueOrThrow()!.Name.ShouldBe("Networks");
        (await root.RenameAsync("network", "Late", new() { ExpectedVersion = channel.Version }, Token)).Refusal!.Code.ShouldBe("support.version-changed");
        (await alice.ConfigureAsync("network", new() { TimeOutSeconds = 60, Capacity = 2 }, cancellationToken: Token)).ValueOrThrow()!.Settings.Capacity.ShouldBe(2);
        (await server.As("carol").Channels.ConfigureAsync("network", new() { TimeOutSeconds = 60 }, cancellationToken: Token)).Refusal!.Code.ShouldBe("channels.manager-required");
        (await alice.RemoveMemberAsync("network", "carol", cancellationToken: Token)).ValueOrThrow()!.Members.Count.ShouldBe(2);
        (await server.As("carol").Channels.GetAsync("network", Token)).Refusal!.Code.ShouldBe("channels.not-found");
        (await alice.List().ToListAsync(Token)).ShouldHaveSingleItem().Id.ShouldBe("network");
        (await alice.RemoveAsync("network", cancellationToken: Token)).Refusal!.Code.ShouldBe("channels.administrator-required");
        (await alice.RemoveMemberAsync("network", "alice", cancellationToken: Token)).ValueOrThrow().ShouldBeNull("She sees it no more.");
        (await root.RemoveAsync("network", cancellationToken: Token)).IsAccepted.ShouldBeTrue();
        (await server.As("root").GetMeAsync(Token)).ShouldBe(new() { Id = "root", DisplayName = "Name of root", IsAdministrator = true });
    }
}
