using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

[Requirement("SES-15")]
public sealed class PreconditionTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task IfMatch_StaleVersion_Is412AndChangesNothing()
    {
        var session = await _desk.CreateAsync();
        var alice = _desk.As("alice");
        var answer = await alice.CommandAsync($"sessions/{session.Id}/notes", """{"text":"a"}""", ifMatch: $"\"{session.Version}\"");
        answer.Headers.ETag!.Tag.ShouldBe($"\"{session.Version + 1}\"");

        var problem = await (await alice.CommandAsync($"sessions/{session.Id}/release", ifMatch: $"\"{session.Version}\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, KernelRefusals.VersionChanged);
        (problem.Values!["expected"], problem.Values["actual"]).ShouldBe(("1", "2"));
        (await alice.CommandAsync($"sessions/{session.Id}/release", ifMatch: "\"2\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _desk.As("bob").CommandAsync($"sessions/{session.Id}/take", ifMatch: "*")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IfMatch_OnChannelAndEndUser_IsKept()
    {
        var alice = _desk.As("alice");
        await (await alice.CommandAsync("channels/network/name", """{"name":"net"}""", ifMatch: "\"1\"", method: HttpMethod.Put)).ProblemAsync(HttpStatusCode.PreconditionFailed, KernelRefusals.VersionChanged);
        var tag = (await alice.GetAsync("channels/network", Desk.Token)).Headers.ETag!.Tag;
        (await alice.CommandAsync("channels/network/name", """{"name":"net"}""", ifMatch: tag, method: HttpMethod.Put)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var endUser = await _desk.EnterAsync((await _desk.CreateAsync()).Id);
        await (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-1"}""", ifMatch: "\"5\"")).ProblemAsync(HttpStatusCode.PreconditionFailed, KernelRefusals.VersionChanged);
        (await endUser.CommandAsync("end-user/launch", """{"deviceId":"pc-1"}""", ifMatch: "\"1\"")).Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("W/\"1\"")]
    [InlineData("\"1\",\"2\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"x\"")]
    [InlineData("\"\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task IfMatch_Malformed_Is400(string tag)
    {
        var session = await _desk.CreateAsync();
        (await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/release", ifMatch: tag)).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed)).Field.ShouldBe("If-Match");
        (await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"x"}""", ifMatch: tag)).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed)).Field.ShouldBe("If-Match");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\"quoted\"")]
    [InlineData("a,b")]
    public async Task IdempotencyKey_Malformed_Is400(string key)
    {
        var session = await _desk.CreateAsync();
        (await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/release", key: key)).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed)).Field.ShouldBe("Idempotency-Key");
    }

    [Fact]
    public async Task IdempotencyKey_Length_IsOneTo100()
    {
        var session = await _desk.CreateAsync();
        (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"x"}""", key: new('k', 101))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"x"}""", key: new('k', 100))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IdempotencyKey_RepeatedOneAfterTheOtherAndAtOnce_TakesPlaceOnce()
    {
        var session = await _desk.CreateAsync();
        var path = $"sessions/{session.Id}/notes";
        await (await _desk.As("alice").CommandAsync(path, """{"text":"x"}""", key: "k")).ReadAsync<ServiceDeskSession>();
        var repeats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.As("alice").CommandAsync(path, """{"text":"x"}""", key: "k", ifMatch: "\"1\"")));
        foreach (var repeat in repeats)
        {
            (await repeat.ReadAsync<ServiceDeskSession>()).Notes.Count.ShouldBe(1);
        }

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.As("alice").CommandAsync(path, """{"text":"y"}""", key: "k2")));
        together.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await (await _desk.As("alice").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>()).Notes.Select(note => note.Text).ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task IdempotencyKey_OtherCommand_Is422AndAnotherTechniciansKeyIsHisOwn()
    {
        var session = await _desk.CreateAsync();
        await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"x"}""", key: "k");
        await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/notes", """{"text":"z"}""", key: "k")).ProblemAsync(HttpStatusCode.UnprocessableEntity, KernelRefusals.KeyReused);
        await (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/release", key: "k")).ProblemAsync(HttpStatusCode.UnprocessableEntity, KernelRefusals.KeyReused);
        (await (await _desk.As("bob").CommandAsync($"sessions/{session.Id}/notes", """{"text":"x"}""", key: "k")).ReadAsync<ServiceDeskSession>()).Notes.Count.ShouldBe(2);
    }

    [Fact]
    [Requirement("SES-03")]
    public async Task Create_SameKeyAtOnce_MakesOneSession()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.As("alice").CommandAsync("sessions", """{"channel":"network"}""", key: "new-1")));
        List<string> ids = [];
        foreach (var answer in answers)
        {
            ids.Add((await answer.ReadAsync<ServiceDeskSession>(HttpStatusCode.Created)).Id);
        }

        ids.Distinct().ShouldHaveSingleItem();
        (await (await _desk.As("alice").GetAsync("sessions", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskSession>>()).Items.Count.ShouldBe(1);
    }
}
