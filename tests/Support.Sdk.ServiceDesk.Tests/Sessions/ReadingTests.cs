using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk.Tests.Sessions;

public sealed class ReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_OfASession_GivesWhatTheServerTells()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Session);

        var session = (await host.Client.Sessions.GetAsync("s1", Token)).ValueOrThrow();

        host.Desk.Sent.ShouldHaveSingleItem().PathAndQuery.ShouldBe("/service-desk/sessions/s1");
        session.Status.ShouldBe(SessionStatus.Active);
        session.Version.ShouldBe(3);
        session.Access.Status.ShouldBe(SessionAccessStatus.Requested);
        session.Action("Take")!.Refusal!.Text.ShouldBe("Taken.");
    }

    [Fact]
    public async Task Me_Always_TellsTheTechnician()
    {
        await using var host = new DeskHost();
        host.Desk.Answer("""{"id":"ana","displayName":"Ana","isAdministrator":true}""");

        var me = await host.Client.GetMeAsync(Token);

        me.ShouldBe(new() { Id = "ana", DisplayName = "Ana", IsAdministrator = true });
        host.Desk.Sent.ShouldHaveSingleItem().PathAndQuery.ShouldBe("/service-desk/me");
    }

    [Fact]
    public async Task List_OfSeveralPages_IsReadToItsEnd()
    {
        await using var host = new DeskHost();
        host.Desk.Answer($$"""{"items":[{{Bodies.Session}}],"next":"a b&c"}""").Answer("""{"items":[],"next":"d"}""").Answer($$"""{"items":[{{Bodies.Session}}]}""");

        var all = await host.Client.Sessions.ListHome(50).ToListAsync(Token);

        all.Count.ShouldBe(2);
        host.Desk.Sent.Select(sent => sent.PathAndQuery).ShouldBe(
            ["/service-desk/sessions?limit=50", "/service-desk/sessions?limit=50&after=a%20b%26c", "/service-desk/sessions?limit=50&after=d"]);
    }

    [Fact]
    public async Task List_FromAContinuationToken_GoesOnThere()
    {
        await using var host = new DeskHost();
        host.Desk.Answer($$"""{"items":[{{Bodies.Session}}],"next":"x"}""").Answer("""{"items":[]}""");

        var first = await host.Client.Sessions.ListHome().AsPages(cancellationToken: Token).FirstAsync(Token);
        var second = await host.Client.Sessions.ListHome().AsPages(first.ContinuationToken, Token).ToListAsync(Token);

        second.ShouldHaveSingleItem().ContinuationToken.ShouldBeNull();
        host.Desk.Sent.Last().PathAndQuery.ShouldBe("/service-desk/sessions?after=x");
    }

    [Fact]
    public async Task Lists_OfAChannel_NameTheirFilter()
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Response(HttpStatusCode.OK, """{"items":[]}""", []));
        var sessions = host.Client.Sessions;

        await sessions.ListChannel("desk").ToListAsync(Token);
        await sessions.ListChannel("desk", ServiceDeskSessionFilter.Live, 10).ToListAsync(Token);
        await sessions.ListQueue("desk").ToListAsync(Token);
        await sessions.History("s1").ToListAsync(Token);
        await host.Client.Channels.List().ToListAsync(Token);

        host.Desk.Sent.Select(sent => sent.PathAndQuery).ShouldBe(
        [
            "/service-desk/channels/desk/sessions?filter=all", "/service-desk/channels/desk/sessions?filter=live&limit=10",
            "/service-desk/channels/desk/sessions?filter=inQueue", "/service-desk/sessions/s1/history", "/service-desk/channels",
        ]);
        Should.Throw<ArgumentOutOfRangeException>(() => sessions.ListChannel("desk", (ServiceDeskSessionFilter)9));
        Should.Throw<ArgumentOutOfRangeException>(() => sessions.ListHome(0)).ParamName.ShouldBe("pageSize");
    }

    [Fact]
    public async Task List_OfAChannelOutOfSight_ThrowsTheCode()
    {
        await using var host = new DeskHost();
        host.Desk.Refuse(HttpStatusCode.NotFound, "channels.not-found");

        var exception = await Should.ThrowAsync<SupportRequestException>(async () => await host.Client.Sessions.ListQueue("other").ToListAsync(Token));

        exception.VendorCode.ShouldBe("channels.not-found");
    }

    [Fact]
    public async Task Address_FromAnId_NeverLeavesItsPlace()
    {
        await using var host = new DeskHost();

        await Should.ThrowAsync<ArgumentException>(() => host.Client.Sessions.GetAsync("..", Token));
        await Should.ThrowAsync<ArgumentException>(() => host.Client.Sessions.GetAsync("", Token));

        host.Desk.Sent.ShouldBeEmpty();
    }
}
