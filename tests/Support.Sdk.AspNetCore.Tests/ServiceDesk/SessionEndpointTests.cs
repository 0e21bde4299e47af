using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class SessionEndpointTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Me_Technician_TellsWhoHeIs()
    {
        var me = await (await _desk.As("root", SessionPermissions.Administer).GetAsync("me", Desk.Token)).ReadAsync<ServiceDeskTechnician>();
        me.ShouldBe(new() { Id = "root", DisplayName = "Name of root", IsAdministrator = true });
        (await (await _desk.As("alice").GetAsync("me", Desk.Token)).ReadAsync<ServiceDeskTechnician>()).IsAdministrator.ShouldBeFalse();
    }

    [Theory]
    [InlineData("me")]
    [InlineData("sessions")]
    [InlineData("sessions/1")]
    [InlineData("channels")]
    [InlineData("events")]
    public async Task Get_NobodySignedIn_Is401(string path) => (await _desk.Anonymous().GetAsync(path, Desk.Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData(TestSignIn.Nameless)]
    [InlineData("system")]
    [InlineData(SessionWorkflow.EndUserId)]
    public async Task Get_SignedInButNoTechnician_Is403(string name) =>
        await (await _desk.As(name).GetAsync("sessions", Desk.Token)).ProblemAsync(HttpStatusCode.Forbidden, ServiceDeskRefusals.NoTechnician);

    [Fact]
    [Requirement("SES-03")]
    public async Task Create_InAChannel_WaitsWithLocationTagAndActions()
    {
        var alice = _desk.As("alice");
        var response = await alice.CommandAsync("sessions", """{"channel":"network","unknown":[1,{}]}""");

        var session = await response.ReadAsync<ServiceDeskSession>(HttpStatusCode.Created);
        session.Status.ShouldBe(SessionStatus.Waiting);
        session.Assignee.ShouldBe("alice");
        session.CreatedBy.ShouldBe("alice");
        session.Channel.ShouldBe("network");
        session.IsPrivate.ShouldBeFalse();
        session.CreatedAt.ShouldBe(_desk.Clock.GetUtcNow());
        session.ExpiresAt.ShouldBe(_desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        session.Device.ShouldBeNull();
        session.Access.Status.ShouldBe(SessionAccessStatus.None);
        session.Action("Close")!.Availability.ShouldBe(ActionAvailability.Allowed);
        session.Action("RequestAccess")!.Refusal!.Code.ShouldBe("sessions.end-user-not-launched");
        response.Headers.ETag!.Tag.ShouldBe($"\"{session.Version}\"");
        response.Headers.Location!.OriginalString.ShouldBe($"/service-desk/sessions/{session.Id}");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var read = await alice.GetAsync(new Uri(_desk.Address, response.Headers.Location), Desk.Token);
        (await read.Content.ReadAsStringAsync(Desk.Token)).ShouldBe(await response.Content.ReadAsStringAsync(Desk.Token));
        read.Headers.ETag.ShouldBe(response.Headers.ETag);
    }

    [Fact]
    public async Task Create_SameIdAgain_IsTheSameSession()
    {
        var body = """{"channel":"network","id":"my-session"}""";
        var first = await (await _desk.As("alice").CommandAsync("sessions", body)).ReadAsync<ServiceDeskSession>(HttpStatusCode.Created);
        (await (await _desk.As("alice").CommandAsync("sessions", body)).ReadAsync<ServiceDeskSession>(HttpStatusCode.Created)).Version.ShouldBe(first.Version);
        await (await _desk.As("bob").CommandAsync("sessions", body)).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.IdTaken);
    }

    [Fact]
    [Requirement("SES-09")]
    public async Task Secrets_LiveSession_ArePinAndLinkAndNeverCached()
    {
        var session = await _desk.CreateAsync();
        var response = await _desk.As("bob").GetAsync($"sessions/{session.Id}/secrets", Desk.Token);

        var secrets = await response.ReadAsync<ServiceDeskSecrets>();
        secrets.Pin.Length.ShouldBe(6);
        secrets.Link.ShouldBe($"https://support.example.com/s/{secrets.LinkToken}");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        secrets.ToString().ShouldNotContain(secrets.Pin);
        secrets.ToString().ShouldNotContain(secrets.LinkToken);

        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/close");
        await (await _desk.As("alice").GetAsync($"sessions/{session.Id}/secrets", Desk.Token)).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.SessionClosed);
    }

    [Fact]
    public async Task Secrets_NoLinkConfigured_AreTheTokenAlone()
    {
        await using var desk = await Desk.StartAsync(options => options.EndUserLink = "");
        var secrets = await desk.SecretsAsync((await desk.CreateAsync()).Id);
        secrets.Link.ShouldBeNull();
        secrets.LinkToken.ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("SES-02")]
    public async Task Home_ManySessions_ComesInPagesWithoutGapOrRepeat()
    {
        List<string> created = [];
        for (var i = 0; i < 7; i++)
        {
            created.Add((await _desk.CreateAsync()).Id);
        }

        await _desk.CreateAsync("bob");
        List<string> listed = [];
        string? after = null;
        do
        {
            var page = await (await _desk.As("alice").GetAsync($"sessions?limit=3{(after is null ? "" : $"&after={after}")}", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskSession>>();
            page.Items.Count.ShouldBeLessThanOrEqualTo(3);
            listed.AddRange(page.Items.Select(session => session.Id));
            after = page.Next;
        }
        while (after is not null);

        listed.ShouldBe(created.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ChannelSessions_Filters_ShowWhatTheyName()
    {
        var waiting = await _desk.CreateAsync();
        var queued = await _desk.CreateAsync();
        var closed = await _desk.CreateAsync();
        await _desk.As("alice").CommandAsync($"sessions/{queued.Id}/release");
        await _desk.As("alice").CommandAsync($"sessions/{closed.Id}/close");

        (await ListAsync("")).ShouldBe([waiting.Id, queued.Id, closed.Id], ignoreOrder: true);
        (await ListAsync("?filter=all")).ShouldBe([waiting.Id, queued.Id, closed.Id], ignoreOrder: true);
        (await ListAsync("?filter=live")).ShouldBe([waiting.Id, queued.Id], ignoreOrder: true);
        (await ListAsync("?filter=inQueue")).ShouldBe([queued.Id]);

        async Task<IEnumerable<string>> ListAsync(string query) =>
            (await (await _desk.As("dave").GetAsync($"channels/network/sessions{query}", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskSession>>()).Items.Select(session => session.Id);
    }

    [Theory]
    [InlineData("sessions?limit=0", "limit")]
    [InlineData("sessions?limit=201", "limit")]
    [InlineData("sessions?limit=-1", "limit")]
    [InlineData("sessions?limit=ten", "limit")]
    [InlineData("sessions?limit=1&limit=2", "limit")]
    [InlineData("sessions?after=", "after")]
    [InlineData("sessions?after=%00", "after")]
    [InlineData("sessions/1/history?after=x", "after")]
    [InlineData("sessions/1/history?after=-1", "after")]
    [InlineData("sessions/1/history?limit=x", "limit")]
    [InlineData("channels/network/sessions?filter=mine", "filter")]
    [InlineData("channels/network/sessions?filter=all&filter=live", "filter")]
    [InlineData("events?after=x", "after")]
    public async Task Get_MalformedQuery_Is400AndNamesIt(string path, string field)
    {
        var problem = await (await _desk.As("alice").GetAsync(path, Desk.Token)).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed);
        problem.Field.ShouldBe(field);
        problem.Values!["field"].ShouldBe(field);
    }

    [Fact]
    [Requirement("SES-16")]
    public async Task History_WholeLife_TellsWhoWhenWhatFromWhereToWhereAndNoSecret()
    {
        var session = await _desk.CreateAsync();
        var secrets = await _desk.SecretsAsync(session.Id);
        await _desk.LaunchAsync(session.Id);
        var alice = _desk.As("alice");
        await alice.CommandAsync($"sessions/{session.Id}/notes", """{"text":"the printer burns"}""");
        await alice.CommandAsync($"sessions/{session.Id}/assign", """{"technician":"bob"}""");

        var answer = await alice.GetAsync($"sessions/{session.Id}/history", Desk.Token);
        var history = await answer.ReadAsync<ServiceDeskPage<ServiceDeskHistoryEntry>>();
        history.Next.ShouldBeNull();
        history.Items.Select(entry => (entry.Version, entry.Kind, entry.By, entry.From, entry.To, entry.Technician)).ShouldBe(
        [
            (1, "session-created", "alice", "None", "Waiting", "alice"),
            (2, "session-launched", "end-user", "Waiting", "Active", null),
            (3, "session-note-added", "alice", "Active", "Active", "alice"),
            (4, "session-assigned", "alice", "Active", "Active", "bob"),
        ]);
        history.Items[0].Channel.ShouldBe("network");
        history.Items[2].Text.ShouldBe("the printer burns");
        history.Items.ShouldAllBe(entry => entry.At == _desk.Clock.GetUtcNow());
        var text = await answer.Content.ReadAsStringAsync(Desk.Token);
        text.ShouldNotContain(secrets.LinkToken);
        text.ShouldNotContain($"\"{secrets.Pin}\"");
        text.ShouldNotContain(Desk.Device);

        var first = await (await alice.GetAsync($"sessions/{session.Id}/history?limit=3", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskHistoryEntry>>();
        var second = await (await alice.GetAsync($"sessions/{session.Id}/history?limit=3&after={first.Next}", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskHistoryEntry>>();
        first.Items.Concat(second.Items).ShouldBe(history.Items);
    }

    [Theory]
    [InlineData("sessions/none")]
    [InlineData("sessions/%20")]
    [InlineData("sessions/a%01b")]
    [InlineData("sessions/none/history")]
    [InlineData("sessions/none/secrets")]
    public async Task Get_NoSuchSession_Is404(string path) =>
        await (await _desk.As("alice").GetAsync(path, Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
}
