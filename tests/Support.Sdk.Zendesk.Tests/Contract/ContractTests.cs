using System.Text.Json;
using Support.Sdk.Zendesk.Search;
using Support.Sdk.Zendesk.Tickets;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>Every request of the client against the vendor's OpenAPI file.</summary>
public sealed class ContractTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Referee Referee = new();

    private static readonly Dictionary<string, Func<ZendeskClient, CancellationToken, Task>> Calls = new()
    {
        ["tickets.show"] = (client, ct) => client.Tickets.ShowAsync(1, ct),
        ["tickets.show_many"] = (client, ct) => client.Tickets.ShowManyAsync([1, 2], ct),
        ["tickets.list"] = (client, ct) => ReadAsync(client.Tickets.List(new() { Sort = "-updated_at", ExternalId = "x", PageSize = 10 }), ct),
        ["tickets.count"] = (client, ct) => client.Tickets.CountAsync(ct),
        ["tickets.create"] = (client, ct) => client.Tickets.CreateAsync(FullCreate(), "key-1", ct),
        ["tickets.update"] = (client, ct) => client.Tickets.UpdateAsync(1, FullUpdate(), ct),
        ["tickets.update_many.same"] = (client, ct) => client.Tickets.UpdateManyAsync([1, 2], new TicketUpdate { Status = TicketStatus.Solved }, ct),
        ["tickets.update_many.each"] = (client, ct) => client.Tickets.UpdateManyAsync([new TicketBatchUpdate(1, Stamp) { Status = TicketStatus.Solved }], ct),
        ["tickets.delete"] = (client, ct) => client.Tickets.DeleteAsync(1, ct),
        ["tickets.export"] = (client, ct) => ReadAsync(client.Tickets.Export(Stamp), ct),
        ["comments.list"] = (client, ct) => ReadAsync(client.TicketComments.List(1, new() { NewestFirst = true, IncludeInlineImages = true }), ct),
        ["comments.list_with_authors"] = (client, ct) => ReadAsync(client.TicketComments.ListWithAuthors(1), ct),
        ["comments.count"] = (client, ct) => client.TicketComments.CountAsync(1, ct),
        ["comments.make_private"] = (client, ct) => client.TicketComments.MakePrivateAsync(1, 2, ct),
        ["audits.list"] = (client, ct) => ReadAsync(client.TicketAudits.List(1), ct),
        ["audits.show"] = (client, ct) => client.TicketAudits.ShowAsync(1, 2, ct),
        ["participants.collaborators"] = (client, ct) => ReadAsync(client.TicketParticipants.ListCollaborators(1), ct),
        ["participants.followers"] = (client, ct) => ReadAsync(client.TicketParticipants.ListFollowers(1), ct),
        ["participants.email_ccs"] = (client, ct) => ReadAsync(client.TicketParticipants.ListEmailCcs(1), ct),
        ["tags.list"] = (client, ct) => client.TicketTags.ListAsync(1, ct),
        ["tags.add"] = (client, ct) => client.TicketTags.AddAsync(1, ["vip"], Stamp, ct),
        ["tags.set"] = (client, ct) => client.TicketTags.SetAsync(1, ["vip"], Stamp, ct),
        ["tags.remove"] = (client, ct) => client.TicketTags.RemoveAsync(1, ["vip"], Stamp, ct),
        ["users.me"] = (client, ct) => client.Users.MeAsync(ct),
        ["users.show"] = (client, ct) => client.Users.ShowAsync(1, ct),
        ["users.show_many"] = (client, ct) => client.Users.ShowManyAsync([1], ct),
        ["users.search"] = (client, ct) => ReadAsync(client.Users.Search("a@b.c", 50), ct),
        ["users.search_by_external_id"] = (client, ct) => ReadAsync(client.Users.SearchByExternalId("e-1"), ct),
        ["users.list"] = (client, ct) => ReadAsync(client.Users.List([UserRole.Agent]), ct),
        ["users.list.roles"] = (client, ct) => ReadAsync(client.Users.List([UserRole.Agent, UserRole.Admin]), ct),
        ["search.find"] = (client, ct) => ReadAsync(client.Search.Find("type:ticket", new() { SortBy = SearchSort.UpdatedAt, Ascending = true }), ct),
        ["search.count"] = (client, ct) => client.Search.CountAsync("type:ticket", ct),
        ["search.export"] = (client, ct) => ReadAsync(client.Search.Export(SearchResultType.Ticket, "hello"), ct),
        ["jobs.show"] = (client, ct) => client.Jobs.ShowAsync("V3-1", ct),
        ["account.settings"] = (client, ct) => client.Account.ShowSettingsAsync(ct),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Request_OfEachMethod_IsKnownToTheOpenApiFile(string name)
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Always(Anything);

        await Calls[name](host.Client, TestContext.Current.CancellationToken);

        var sent = host.Zendesk.Sent.ShouldHaveSingleItem();
        Referee.Judge(sent).ShouldBeEmpty();
        sent.Headers["Accept"].ShouldBe("application/json");
        sent.Headers["Authorization"].ShouldBe($"Bearer {ZendeskHost.Token}");
    }

    [Fact]
    public async Task Requests_OfAllMethods_CoverEveryOperationOfTheReferee()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Always(Anything);

        foreach (var call in Calls.Values)
        {
            await call(host.Client, TestContext.Current.CancellationToken);
        }

        host.Zendesk.Sent.Select(sent => Referee.Find(sent).Name).Distinct().Order().ShouldBe(Referee.Operations.Order());
    }

    [Fact]
    public void Judge_OfAnInventedProperty_NamesIt()
    {
        var request = new SentRequest(HttpMethod.Put, new Uri("https://acme.zendesk.com/api/v2/tickets/1?silent=true"), new Dictionary<string, string>(), """{"ticket":{"colour":"red"}}""");

        Referee.Judge(request).ShouldBe(["query silent", "body ticket.colour"]);
    }

    [Fact]
    public async Task Update_OfTheDocumentedExample_SendsThatJson()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Sample.Read("oas-ticket-update-response"));

        await host.Client.Tickets.UpdateAsync(
            35436,
            new TicketUpdate { Comment = NewComment.Text("Thanks for choosing Acme Jet Motors.", isPublic: true), CustomStatusId = 321, Status = TicketStatus.Solved },
            TestContext.Current.CancellationToken);

        using var expected = JsonDocument.Parse(Sample.Read("oas-ticket-update-request"));
        using var actual = JsonDocument.Parse(host.Zendesk.Sent.Single().Body!);
        JsonElement.DeepEquals(actual.RootElement, expected.RootElement).ShouldBeTrue(host.Zendesk.Sent.Single().Body);
    }

    private static TicketUpdate FullUpdate() => new()
    {
        Subject = "s",
        ExternalId = "e",
        Type = TicketType.Task,
        Priority = TicketPriority.High,
        Status = TicketStatus.Pending,
        CustomStatusId = 1,
        RequesterId = 2,
        AssigneeId = 3,
        AssigneeEmail = "a@b.c",
        OrganizationId = 4,
        GroupId = 5,
        ProblemId = 6,
        DueAt = Stamp,
        Tags = ["a"],
        CustomFields = [CustomField.Of(7, "x"), CustomField.Of(8, (string?)null)],
        CollaboratorIds = [9],
        Followers = [ParticipantChange.Add(10)],
        EmailCcs = [ParticipantChange.Add("c@d.e", "C"), ParticipantChange.Remove("f@g.h")],
        Comment = NewComment.Html("<p>Hi</p>", isPublic: true) with { AuthorId = 11, Uploads = ["token"] },
        Metadata = new Dictionary<string, string> { ["k"] = "v" },
        IfUnchangedSince = Stamp,
    };

    private static TicketCreate FullCreate() => new(NewComment.Text("Hi", isPublic: true))
    {
        Subject = "s",
        Requester = new NewRequester("A", "a@b.c", 1),
        SubmitterId = 1,
        Recipient = "support@acme.test",
        BrandId = 2,
        TicketFormId = 3,
        ViaFollowupSourceId = 4,
        CustomFields = [CustomField.Of(7, true), CustomField.Of(8, 1.5m), CustomField.Of(9, ["a", "b"])],
        EmailCcs = [ParticipantChange.Add("c@d.e", "C")],
        Metadata = new Dictionary<string, string> { ["k"] = "v" },
    };

    private static HttpResponseMessage Anything(SentRequest request) => request.Address.AbsolutePath.EndsWith("search/count", StringComparison.Ordinal)
        ? FakeZendesk.Response(HttpStatusCode.OK, """{"count":3}""")
        : FakeZendesk.Response(HttpStatusCode.OK, """
            {"ticket":{"id":1},"tickets":[],"audit":{"id":1},"audits":[],"comments":[],"users":[],"user":{"id":1},"count":{"value":1},
             "tags":["a"],"results":[],"job_status":{"id":"x","status":"completed"},"settings":{},"end_of_stream":true}
            """);

    private static async Task ReadAsync<T>(VendorPageable<T> list, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var item in list.WithCancellation(cancellationToken))
        {
            item.ShouldNotBeNull();
        }
    }
}
