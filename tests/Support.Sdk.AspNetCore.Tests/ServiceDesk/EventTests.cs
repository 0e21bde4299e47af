using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

[Requirement("SES-18")]
public sealed class EventTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Follow_WhileThingsHappen_TellsEachOfThem()
    {
        await using var bob = await EventReader.OpenAsync(_desk.As("bob"));
        (await bob.ReadAsync()).Type.ShouldBe(ServiceDeskChangeType.Ready);

        var session = await _desk.CreateAsync();
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/release");
        await _desk.As("carol").CommandAsync($"sessions/{session.Id}/take");

        var heard = await bob.ReadAsync(3);
        heard.Select(change => (change.Type, change.SessionId, change.Kind, change.By, change.Version, change.Status, change.Assignee)).ShouldBe(
        [
            (ServiceDeskChangeType.Session, session.Id, "session-created", "alice", 1, SessionStatus.Waiting, "alice"),
            (ServiceDeskChangeType.Session, session.Id, "session-released", "alice", 2, SessionStatus.InQueue, null),
            (ServiceDeskChangeType.Session, session.Id, "session-assigned", "carol", 3, SessionStatus.Waiting, "carol"),
        ]);
        heard.Select(change => change.Position).ShouldBeInOrder(SortDirection.Ascending);
        heard.ShouldAllBe(change => change.Channel == "network" && change.At == _desk.Clock.GetUtcNow() && !change.IsGone);
    }

    [Fact]
    public async Task Follow_ResumedFromEachPosition_MissesNothingAndRepeatsNothing()
    {
        await using var first = await EventReader.OpenAsync(_desk.As("bob"));
        var ready = await first.ReadAsync();
        var session = await _desk.CreateAsync();
        foreach (var text in (string[])["a", "b", "c", "d"])
        {
            await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", $$"""{"text":"{{text}}"}""");
        }

        var all = await first.ReadAsync(5);
        foreach (var from in (IEnumerable<long>)[ready.Position, .. all.Select(change => change.Position)])
        {
            var missed = all.Where(change => change.Position > from).ToList();
            await using var byHeader = await EventReader.OpenAsync(_desk.As("bob"), lastEventId: from);
            await using var byQuery = await EventReader.OpenAsync(_desk.As("bob"), $"events?after={from}");
            foreach (var resumed in (EventReader[])[byHeader, byQuery])
            {
                (await resumed.ReadAsync()).Type.ShouldBe(ServiceDeskChangeType.Ready);
                (await resumed.ReadAsync(missed.Count)).ShouldBe(missed);
            }
        }
    }

    [Fact]
    public async Task Follow_SessionsOfOthers_AreNotHeardOf()
    {
        await using var eve = await EventReader.OpenAsync(_desk.As("eve"));
        await eve.ReadAsync();
        await _desk.CreateAsync("alice", "alices-own");
        var session = await _desk.CreateAsync();
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/invite", """{"technician":"eve"}""");
        await _desk.As("eve").CommandAsync($"sessions/{session.Id}/leave");

        var heard = await eve.ReadAsync(2);
        (heard[0].SessionId, heard[0].Kind, heard[0].IsGone).ShouldBe((session.Id, "session-technician-invited", false));
        heard[1].ShouldBe(new() { Type = ServiceDeskChangeType.Session, Position = heard[1].Position, SessionId = session.Id, IsGone = true });
    }

    [Fact]
    public async Task Follow_Channel_TellsItsChanges()
    {
        await using var dave = await EventReader.OpenAsync(_desk.As("dave"));
        await dave.ReadAsync();
        await _desk.As("alice").CommandAsync("channels/network/name", """{"name":"Net"}""", method: HttpMethod.Put);
        var change = await dave.ReadAsync();
        (change.Type, change.Channel, change.Kind, change.Name, change.By).ShouldBe((ServiceDeskChangeType.Channel, "network", "channel-renamed", "Net", "alice"));
    }

    [Fact]
    public async Task Follow_EndUser_HearsOfHisSessionAlone()
    {
        var session = await _desk.CreateAsync();
        var endUser = await _desk.LaunchAsync(session.Id);
        await using var events = await EventReader.OpenAsync(endUser, "end-user/events");
        await events.ReadAsync();
        await _desk.CreateAsync();
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"secret"}""");
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/request-access");

        var change = await events.ReadAsync();
        (change.SessionId, change.Kind, change.By, change.Channel, change.Assignee).ShouldBe((session.Id, "session-access-requested", null, null, null));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task Follow_MalformedLastEventId_Is400(string id) =>
        (await (await EventReader.SendAsync(_desk.As("bob"), "events", id)).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed)).Field.ShouldBe("Last-Event-ID");

    [Fact]
    public async Task Follow_NothingHappens_BeatsAtTheConfiguredInterval()
    {
        using var response = await EventReader.SendAsync(_desk.As("bob"), "events", null);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Desk.Token));
        while (await reader.ReadLineAsync(Desk.Token) is { Length: > 0 })
        {
            // The event that says ready.
        }

        for (var i = 0; i < 3; i++)
        {
            var line = reader.ReadLineAsync(Desk.Token).AsTask();
            _desk.Clock.Advance(TimeSpan.FromSeconds(14.9));
            (await _desk.Clock.SettleAsync(line)).ShouldBeFalse();
            _desk.Clock.Advance(TimeSpan.FromSeconds(0.1));
            (await line).ShouldBe(":");
            (await reader.ReadLineAsync(Desk.Token)).ShouldBe("");
        }
    }

    [Fact]
    public async Task Follow_HostStops_EndsCleanly()
    {
        await using var bob = await EventReader.OpenAsync(_desk.As("bob"));
        await bob.ReadAsync();
        var end = bob.TryReadAsync();
        await _desk.StopAsync();
        (await end).ShouldBeNull();
    }

    [Fact]
    public async Task Follow_LifetimeOver_EndsCleanly()
    {
        await using var bob = await EventReader.OpenAsync(_desk.As("bob"));
        await bob.ReadAsync();
        var end = bob.TryReadAsync();
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        (await end).ShouldBeNull();
    }

    [Fact]
    public async Task Follow_ListenerGoes_StopsItsTimersAndLogsNoError()
    {
        var bob = await EventReader.OpenAsync(_desk.As("bob"));
        await bob.ReadAsync();
        _desk.Clock.DueTimes.ShouldContain(_desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(15));
        await bob.DisposeAsync();
        while (_desk.Clock.DueTimes.Contains(_desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(15)))
        {
            Desk.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        _desk.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.StartsWith("Warning"));
    }
}
