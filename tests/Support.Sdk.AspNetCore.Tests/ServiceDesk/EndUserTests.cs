using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class EndUserTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    [Requirement("SES-04")]
    public async Task Enter_ByPinOrLink_GivesATicketForTheSession()
    {
        var session = await _desk.CreateAsync();
        var secrets = await _desk.SecretsAsync(session.Id);
        foreach (var body in (string[])[$$"""{"pin":"{{secrets.Pin}}"}""", $$"""{"link":"{{secrets.LinkToken}}"}"""])
        {
            var response = await _desk.Anonymous().CommandAsync("end-user/enter", body);
            var entry = await response.ReadAsync<ServiceDeskEntry>();
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            entry.Session.Status.ShouldBe(SessionStatus.Waiting);
            entry.ToString().ShouldNotContain(entry.Ticket);
            entry.Ticket.ShouldNotContain(session.Id);
            var read = await (await _desk.WithTicket(entry.Ticket).GetAsync("end-user/session", Desk.Token)).ReadAsync<ServiceDeskEndUserSession>();
            read.Id.ShouldBe(session.Id);
            read.ExpiresAt.ShouldBe(session.ExpiresAt);
        }
    }

    [Fact]
    [Requirement("SES-04")]
    public async Task Launch_FirstComputer_MakesTheSessionActiveAndBindsIt()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);
        var read = await (await endUser.GetAsync("end-user/session", Desk.Token)).ReadAsync<ServiceDeskEndUserSession>();
        (read.Status, read.IsLaunched, read.IsOnline, read.Technician).ShouldBe((SessionStatus.Active, true, true, "alice"));

        await (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-2"}""")).ProblemAsync(HttpStatusCode.Forbidden, SessionRefusals.OtherDevice);
        (await (await endUser.CommandAsync("end-user/leave", """{"deviceId":"pc-1"}""")).ReadAsync<ServiceDeskEndUserSession>()).IsOnline.ShouldBeFalse();
        (await (await _desk.As("alice").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>()).Device.ShouldBe(new() { IsOnline = false });
    }

    [Fact]
    [Requirement("SES-05")]
    public async Task Stop_WhileConnected_TakesThePermissionBack()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/request-access", """{"requestId":"q"}""");
        var asked = await (await endUser.GetAsync("end-user/session", Desk.Token)).ReadAsync<ServiceDeskEndUserSession>();
        (asked.RequestId, asked.RequestedBy, asked.AnswerBy).ShouldBe(("q", "alice", _desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(60)));
        await endUser.CommandAsync("end-user/grant", """{"requestId":"q","deviceId":"pc-1"}""");
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/connect");

        var stopped = await (await endUser.CommandAsync("end-user/stop", """{"deviceId":"pc-1"}""")).ReadAsync<ServiceDeskEndUserSession>();

        (stopped.Access, stopped.Connected.Count).ShouldBe((SessionAccessStatus.None, 0));
        await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/connect")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.PermissionRequired);
    }

    [Fact]
    public async Task Answer_FromAnotherComputer_IsRefused()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/request-access", """{"requestId":"q"}""");
        await (await endUser.CommandAsync("end-user/grant", """{"requestId":"q","deviceId":"pc-2"}""")).ProblemAsync(HttpStatusCode.Forbidden, SessionRefusals.OtherDevice);
    }

    [Fact]
    [Requirement("SES-13")]
    public async Task Ticket_AfterTheExpiry_TellsTheTruth()
    {
        var endUser = await _desk.EnterAsync((await _desk.CreateAsync()).Id);
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        (await (await endUser.GetAsync("end-user/session", Desk.Token)).ReadAsync<ServiceDeskEndUserSession>()).Status.ShouldBe(SessionStatus.Expired);
        await (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-1"}""")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.SessionExpired);
    }

    [Fact]
    [Requirement("SES-11")]
    [Requirement("SES-12")]
    public async Task Ticket_AfterClosingAndDeletion_TellsTheTruth()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.EnterAsync(session.Id);
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/close");
        (await (await endUser.GetAsync("end-user/session", Desk.Token)).ReadAsync<ServiceDeskEndUserSession>()).Status.ShouldBe(SessionStatus.Closed);
        await (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-1"}""")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.SessionClosed);

        await _desk.As("alice").DeleteAsync($"sessions/{session.Id}", Desk.Token);
        await (await endUser.GetAsync("end-user/session", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.Invalid);
        await (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-1"}""")).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.Invalid);
        await (await endUser.GetAsync("end-user/events", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.Invalid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SupportSession")]
    [InlineData("SupportSession ")]
    [InlineData("SupportSession not-a-ticket")]
    [InlineData("SupportSession %%%")]
    [InlineData("Bearer abc")]
    public async Task Get_WithoutATicketOfOurs_Is401(string? authorization)
    {
        var client = _desk.Anonymous();
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach (var path in (string[])["end-user/session", "end-user/events"])
        {
            var response = await client.GetAsync(path, Desk.Token);
            await response.ProblemAsync(HttpStatusCode.Unauthorized, ServiceDeskRefusals.TicketRequired);
            response.Headers.WwwAuthenticate.ToString().ShouldBe("SupportSession");
        }
    }

    [Fact]
    public async Task Get_TicketAlteredOrOfAnotherHost_Is401()
    {
        await using var other = await Desk.StartAsync();
        var foreign = (await other.EnterAsync((await other.CreateAsync()).Id)).DefaultRequestHeaders.GetValues("Authorization").Single()["SupportSession ".Length..];
        var own = (await _desk.EnterAsync((await _desk.CreateAsync()).Id)).DefaultRequestHeaders.GetValues("Authorization").Single()["SupportSession ".Length..];
        var altered = (own[20] == 'A' ? 'B' : 'A') is var c ? $"{own[..20]}{c}{own[21..]}" : "";
        foreach (var ticket in (string[])[foreign, altered])
        {
            await (await _desk.WithTicket(ticket).GetAsync("end-user/session", Desk.Token)).ProblemAsync(HttpStatusCode.Unauthorized, ServiceDeskRefusals.TicketRequired);
        }
    }

    [Fact]
    public async Task Logs_OfAWholeLife_HoldNoSecret()
    {
        var session = await _desk.CreateAsync();
        var secrets = await _desk.SecretsAsync(session.Id);
        var endUser = await _desk.LaunchAsync(session.Id);
        for (var i = 0; i < 11; i++)
        {
            await _desk.Anonymous().CommandAsync("end-user/enter", """{"pin":"271828x"}""");
        }

        var ticket = endUser.DefaultRequestHeaders.GetValues("Authorization").Single()["SupportSession ".Length..];
        var log = string.Join('\n', _desk.Log.Lines);
        log.ShouldContain("end-user/enter");
        log.ShouldContain("is cut off");
        log.ShouldNotContain(secrets.LinkToken);
        log.ShouldNotContain(ticket);
        log.ShouldNotContain("271828x");
        log.Split([' ', '"', '\n', ':', '/'], StringSplitOptions.None).ShouldNotContain(secrets.Pin);
    }
}
