using Support.Sdk.Failures;
using Support.Sdk.WorkItems;
using Support.Sdk.Zendesk.Jobs;
using Support.Sdk.Zendesk.Tickets;

namespace Support.Sdk.Zendesk.Tests;

public sealed class EmulatorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comment_CutAroundTheCommit_StandsExactlyOnce(bool isAfterTheCommit)
    {
        await using var account = await EmulatedAccount.StartAsync();
        var ticket = account.Emulator.AddTicket(account.Customer, "Printer");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var rule = account.Emulator.Faults.On("PUT", "/api/v2/tickets/{id}").Once();
        _ = isAfterTheCommit ? rule.CutAfterCommit() : rule.CutBeforeCommit();
        var comment = new WorkItemComment("stream/1/0", "Join here", IsPublic: true, WorkItemStatus.Pending, account.Clock.GetUtcNow());
        var item = new WorkItemRef("zendesk", "", ticket.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

        (await account.WorkItems.CommentAsync(item, comment, Ct)).ShouldBe(CommentResult.Written);
        (await account.WorkItems.CommentAsync(item, comment, Ct)).ShouldBe(CommentResult.Written);

        account.Emulator.Ticket(ticket.Id).Conversation().Count(written => written.Body == "Join here" && written.IsPublic).ShouldBe(1);
        (await account.WorkItems.FindAsync(item, Ct))!.Status.ShouldBe(WorkItemStatus.Pending);
    }

    [Fact]
    public async Task Comment_OnAClosedTicket_IsRejected()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var ticket = account.Emulator.AddTicket(account.Customer, "Printer");
        account.Emulator.CloseTicket(ticket.Id);
        var item = new WorkItemRef("zendesk", "", ticket.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var result = await account.WorkItems.CommentAsync(item, new WorkItemComment("k", "x", IsPublic: true, null, account.Clock.GetUtcNow()), Ct);

        result.Rejection.ShouldBe(CommentRejection.Closed);
    }

    [Fact]
    public async Task Update_OfAClosedTicket_IsAnsweredWithTheClosedError()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var ticket = account.Emulator.AddTicket(account.Customer, "Printer");
        account.Emulator.CloseTicket(ticket.Id);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => account.Client.Tickets.UpdateAsync(ticket.Id, new TicketUpdate { Subject = "x" }, Ct));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Errors.ShouldContain(error => error.Field == "status" && error.Message.Contains("closed prevents ticket update"));
    }

    [Fact]
    public async Task Create_WithTheSameKeyTwice_MakesOneTicket()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var request = new TicketCreate(NewComment.Text("It burns", isPublic: true)) { Subject = "Fire", RequesterId = account.Customer.Id };

        var first = await account.Client.Tickets.CreateAsync(request, "key-1", Ct);
        var second = await account.Client.Tickets.CreateAsync(request, "key-1", Ct);

        (first.WasReplayed, second.WasReplayed).ShouldBe((false, true));
        second.Ticket.Id.ShouldBe(first.Ticket.Id);
        account.Emulator.Tickets().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_WithAStaleStamp_IsAConflict()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var id = account.Emulator.AddTicket(account.Customer, "Printer").Id;
        var seen = await account.Client.Tickets.ShowAsync(id, Ct);
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        await account.Client.Tickets.UpdateAsync(id, new TicketUpdate { Subject = "One", IfUnchangedSince = seen.UpdatedAt }, Ct);
        account.Clock.Advance(TimeSpan.FromSeconds(5));

        var failure = await Should.ThrowAsync<SupportRequestException>(() => account.Client.Tickets.UpdateAsync(id, new TicketUpdate { Subject = "Two", IfUnchangedSince = seen.UpdatedAt }, Ct));

        failure.Kind.ShouldBe(FailureKind.Conflict);
    }

    [Fact]
    public async Task Conversation_OfATicket_IsListedWithAuthorsAuditsAndPeople()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var id = account.Emulator.AddTicket(account.Customer, "Printer", followers: [account.Agent], emailCcs: [account.Customer]).Id;
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        var update = new TicketUpdate { Comment = NewComment.Text("Note", isPublic: false), Metadata = new Dictionary<string, string> { ["k"] = "v" } };
        await account.Client.Tickets.UpdateAsync(id, update, Ct);

        var comments = await account.Client.TicketComments.ListWithAuthors(id, new() { NewestFirst = true, PageSize = 1 }).ToListAsync(Ct);
        var audits = await account.Client.TicketAudits.List(id, 1).ToListAsync(Ct);
        var followers = await account.Client.TicketParticipants.ListFollowers(id).ToListAsync(Ct);

        comments.Select(comment => (comment.Comment.Body, comment.Comment.Public, comment.Author!.Id)).ShouldBe([("Note", false, account.Agent.Id), ("Printer", true, account.Customer.Id)]);
        audits.ShouldContain(audit => audit.Metadata!.FindCustom("k") == "v" && audit.Events.OfType<CommentAuditEvent>().Any());
        followers.ShouldHaveSingleItem().Id.ShouldBe(account.Agent.Id);
    }

    [Fact]
    public async Task Tags_OfATicket_AreAddedRemovedAndReplaced()
    {
        await using var account = await EmulatedAccount.StartAsync();
        var id = account.Emulator.AddTicket(account.Customer, "Printer", tags: ["a"]).Id;
        var tags = account.Client.TicketTags;

        (await tags.AddAsync(id, ["b"], cancellationToken: Ct)).Order().ShouldBe(["a", "b"]);
        await tags.RemoveAsync(id, ["a"], cancellationToken: Ct);
        (await tags.ListAsync(id, Ct)).ShouldBe(["b"]);
        (await tags.SetAsync(id, ["c"], cancellationToken: Ct)).ShouldBe(["c"]);
    }

    [Fact]
    public async Task UpdateMany_OfTickets_IsWaitedFor()
    {
        await using var account = await EmulatedAccount.StartAsync();
        long[] ids = [account.Emulator.AddTicket(account.Customer, "One").Id, account.Emulator.AddTicket(account.Customer, "Two").Id];

        var job = await account.Client.Tickets.UpdateManyAsync(ids, new TicketUpdate { Status = TicketStatus.Solved }, Ct);
        job = await account.Clock.RunAsync(account.Client.Jobs.WaitAsync(job, cancellationToken: Ct));

        job.Status.ShouldBe(JobState.Completed);
        job.Results.Count.ShouldBe(2);
        (await account.Client.Tickets.ShowManyAsync(ids, Ct)).ShouldAllBe(ticket => ticket.Status == TicketStatus.Solved);
    }

    [Fact]
    public async Task Lists_OfTicketsUsersAndSearch_AreReadToTheEnd()
    {
        await using var account = await EmulatedAccount.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            account.Emulator.AddTicket(account.Customer, $"Printer {i}");
        }

        (await account.Client.Tickets.List(new() { PageSize = 2 }).ToListAsync(Ct)).Count.ShouldBe(5);
        (await account.Client.Users.List([Users.UserRole.Agent], 1).ToListAsync(Ct)).ShouldHaveSingleItem().Id.ShouldBe(account.Agent.Id);
        (await account.Client.Search.Find("type:ticket Printer", new() { PageSize = 2 }).ToListAsync(Ct)).Count.ShouldBe(5);
        (await account.Client.Search.CountAsync("type:ticket Printer", Ct)).ShouldBe(5);
        (await account.Client.Users.MeAsync(Ct)).Email.ShouldBe("ada@acme.test");
    }

    [Fact]
    public async Task Show_OfAMissingTicket_IsNotFound()
    {
        await using var account = await EmulatedAccount.StartAsync();

        (await Should.ThrowAsync<SupportRequestException>(() => account.Client.Tickets.ShowAsync(999, Ct))).Kind.ShouldBe(FailureKind.NotFound);
    }

    [Fact]
    public async Task Call_WithARevokedToken_IsForReauthorization()
    {
        await using var account = await EmulatedAccount.StartAsync();
        account.Emulator.RevokeTokens();

        (await Should.ThrowAsync<SupportRequestException>(() => account.Client.Tickets.ShowAsync(1, Ct))).Kind.ShouldBe(FailureKind.Reauthorization);
    }
}
