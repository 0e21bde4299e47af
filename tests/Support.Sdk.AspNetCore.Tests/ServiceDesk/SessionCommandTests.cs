using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class SessionCommandTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    [Requirement("SES-05")]
    public async Task RequestAccess_Granted_ConnectsAndDisconnects()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);

        var asked = await DoAsync("alice", session.Id, "request-access");
        asked.Access.Status.ShouldBe(SessionAccessStatus.Requested);
        asked.Access.RequestedBy.ShouldBe("alice");
        asked.Access.AnswerBy.ShouldBe(_desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(60));
        await (await Send("alice", session.Id, "connect")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.PermissionPending);

        var granted = await (await endUser.CommandAsync("end-user/grant", $$"""{"requestId":"{{asked.Access.RequestId}}","deviceId":"pc-1"}""")).ReadAsync<ServiceDeskEndUserSession>();
        granted.Access.ShouldBe(SessionAccessStatus.Granted);
        (await DoAsync("alice", session.Id, "connect")).Access.Connected.ShouldBe(["alice"]);
        (await DoAsync("alice", session.Id, "disconnect")).Access.Status.ShouldBe(SessionAccessStatus.Granted);
    }

    [Fact]
    [Requirement("SES-05")]
    public async Task RequestAccess_Rejected_MayBeAskedAgain()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);
        await DoAsync("alice", session.Id, "request-access", """{"requestId":"q-1"}""");

        await (await endUser.CommandAsync("end-user/reject", """{"requestId":"q-1","deviceId":"pc-1"}""")).ReadAsync<ServiceDeskEndUserSession>();
        (await DoAsync("alice", session.Id, "request-access", """{"requestId":"q-2"}""")).Access.RequestId.ShouldBe("q-2");
        await (await endUser.CommandAsync("end-user/grant", """{"requestId":"q-1","deviceId":"pc-1"}""")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.PermissionNotPending);
    }

    [Fact]
    [Requirement("SES-10")]
    [Requirement("SES-15")]
    public async Task Take_TwoAtOnce_OneWinsAndTheOtherHearsWho()
    {
        var session = await _desk.CreateAsync();
        (await DoAsync("alice", session.Id, "release")).Status.ShouldBe(SessionStatus.InQueue);

        var answers = await Task.WhenAll(Send("bob", session.Id, "take"), Send("carol", session.Id, "take"));

        var winner = await answers.Single(answer => answer.StatusCode == HttpStatusCode.OK).ReadAsync<ServiceDeskSession>();
        var problem = await answers.Single(answer => answer.StatusCode != HttpStatusCode.OK).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.AlreadyAssigned);
        problem.Values!["technician"].ShouldBe(winner.Assignee);
    }

    [Fact]
    [Requirement("SES-06")]
    public async Task Assign_ByAManager_Reassigns()
    {
        var session = await _desk.CreateAsync("bob");
        (await DoAsync("alice", session.Id, "assign", """{"technician":"carol"}""")).Assignee.ShouldBe("carol");
        await (await Send("dave", session.Id, "assign", """{"technician":"dave"}""")).ProblemAsync(HttpStatusCode.Forbidden, SessionRefusals.LeadRequired);
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_ToATechnician_NeedsTheReleasePermission()
    {
        var session = await _desk.CreateAsync("bob");
        (await DoAsync("bob", session.Id, "transfer", """{"technician":"dave"}""")).Assignee.ShouldBe("dave");
        var problem = await (await Send("dave", session.Id, "transfer", """{"technician":"bob"}""")).ProblemAsync(HttpStatusCode.Forbidden, SessionRefusals.ReleasePermissionRequired);
        problem.Remedies![0].Subject.ShouldBe("channel-manager");
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_ToAChannel_NeedsAccessThere()
    {
        var session = await _desk.CreateAsync("bob");
        (await DoAsync("bob", session.Id, "transfer", """{"channel":"printers"}""")).Channel.ShouldBe("printers");

        var other = await _desk.CreateAsync("carol");
        (await Send("carol", other.Id, "transfer", """{"channel":"printers"}""")).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await Send("carol", other.Id, "transfer", """{"channel":"no-such"}""")).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("SES-08")]
    public async Task Invite_ThirdOne_IsRefused()
    {
        var session = await _desk.CreateAsync();
        await DoAsync("alice", session.Id, "invite", """{"technician":"bob"}""");
        (await DoAsync("alice", session.Id, "invite", """{"technician":"eve"}""")).Invited.ShouldBe(["bob", "eve"]);

        var problem = await (await Send("alice", session.Id, "invite", """{"technician":"dave"}""")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.TechnicianLimit);
        problem.Values!["maximum"].ShouldBe("3");
    }

    [Fact]
    public async Task Leave_ByAnOutsiderOfTheChannel_ShowsNothingMore()
    {
        var session = await _desk.CreateAsync();
        await DoAsync("alice", session.Id, "invite", """{"technician":"eve"}""");
        var first = await _desk.As("eve").CommandAsync($"sessions/{session.Id}/leave", key: "once");
        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await first.Content.ReadAsStringAsync(Desk.Token)).ShouldBeEmpty();

        // The repeat takes place no second time, and tells as little.
        (await _desk.As("eve").CommandAsync($"sessions/{session.Id}/leave", key: "once")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await _desk.As("eve").GetAsync($"sessions/{session.Id}", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
    }

    [Fact]
    public async Task Notes_TooLongOrEmpty_Are422()
    {
        var session = await _desk.CreateAsync();
        (await DoAsync("alice", session.Id, "notes", """{"text":"é","noteId":"n-1"}""")).Notes.Single().ShouldBe(new() { Id = "n-1", Technician = "alice", Text = "é", At = _desk.Clock.GetUtcNow() });
        await (await Send("alice", session.Id, "notes", """{"text":" "}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity, SessionRefusals.NoteEmpty);
        await (await Send("alice", session.Id, "notes", $$"""{"text":"{{new string('x', 4001)}}"}""")).ProblemAsync(HttpStatusCode.UnprocessableEntity, SessionRefusals.NoteTooLong);
    }

    [Fact]
    [Requirement("SES-11")]
    public async Task Close_ForGood_RefusesEverythingElse()
    {
        var session = await _desk.CreateAsync();
        (await DoAsync("alice", session.Id, "close")).Status.ShouldBe(SessionStatus.Closed);
        await (await Send("alice", session.Id, "release")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.SessionClosed);
    }

    [Fact]
    [Requirement("SES-12")]
    public async Task Delete_Session_IsGoneForEverybody()
    {
        var session = await _desk.CreateAsync();
        (await _desk.As("alice").DeleteAsync($"sessions/{session.Id}", Desk.Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await _desk.As("alice").GetAsync($"sessions/{session.Id}", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
        await (await _desk.As("alice").DeleteAsync($"sessions/{session.Id}", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
    }

    [Fact]
    [Requirement("SES-13")]
    public async Task Any_AfterTheTimeOut_IsRefusedAsExpired()
    {
        var session = await _desk.CreateAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        (await (await _desk.As("alice").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>()).Status.ShouldBe(SessionStatus.Expired);
        await (await Send("alice", session.Id, "release")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.SessionExpired);
    }

    [Fact]
    [Requirement("SES-14")]
    public async Task Every_ActionOfTheAnswer_IsWhatAClickGets()
    {
        var session = await _desk.CreateAsync("bob");
        var seen = await (await _desk.As("dave").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>();
        foreach (var (action, path) in ((string, string)[])[("Take", "take"), ("Release", "release"), ("Close", "close"), ("Leave", "leave"), ("Connect", "connect"), ("Disconnect", "disconnect"), ("RequestAccess", "request-access")])
        {
            var refusal = seen.Action(action)!.Refusal.ShouldNotBeNull();
            var problem = await (await Send("dave", session.Id, path)).Content.ReadAsStringAsync(Desk.Token);
            problem.ShouldContain($"\"{refusal.Code}\"");
        }
    }

    private Task<HttpResponseMessage> Send(string technician, string session, string action, string? body = null) => _desk.As(technician).CommandAsync($"sessions/{session}/{action}", body);

    private async Task<ServiceDeskSession> DoAsync(string technician, string session, string action, string? body = null) =>
        await (await Send(technician, session, action, body)).ReadAsync<ServiceDeskSession>();
}
