using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.AspNetCore.ServiceDesk;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

[Requirement("SES-17")]
public sealed class GuessLimitTests : IAsyncLifetime
{
    private const string CallerHeader = "X-Caller";
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync(services: services => services.AddSingleton<IServiceDeskCallerResolver, HeaderCaller>());

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Enter_WrongDeadForeignOrImpossible_AreAnsweredAlikeByteForByte()
    {
        List<string> bodies = ["""{"pin":"no-digits"}""", """{"pin":""}""", $$"""{"pin":"{{new string('7', 500)}}"}""", """{"link":"AAAAAAAAAAAAAAAAAAAAAA"}""", """{"link":"../x"}"""];
        foreach (var end in (Func<string, Task>[])[CloseAsync, DeleteAsync, ExpireAsync])
        {
            var session = await _desk.CreateAsync();
            var secrets = await _desk.SecretsAsync(session.Id);
            await end(session.Id);
            bodies.AddRange([$$"""{"pin":"{{secrets.Pin}}"}""", $$"""{"link":"{{secrets.LinkToken}}"}"""]);
        }

        // A live session's PIN is no link, and the other way round.
        var live = await _desk.SecretsAsync((await _desk.CreateAsync()).Id);
        bodies.AddRange([$$"""{"link":"{{live.Pin}}"}""", $$"""{"pin":"{{live.LinkToken}}"}""", $$"""{"pin":"{{WrongPin(live.Pin)}}"}"""]);

        List<string> answers = [];
        foreach (var body in bodies)
        {
            var response = await GuessAsync($"caller-{answers.Count}", body);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answers.Add(await response.EverythingAsync());
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldContain(SessionRefusals.Invalid.Code);
    }

    [Fact]
    public async Task Enter_AfterTenWrongGuesses_RefusesRightOnesTooUntilTheWindowEnds()
    {
        var pin = (await _desk.SecretsAsync((await _desk.CreateAsync()).Id)).Pin;
        for (var i = 0; i < 10; i++)
        {
            await (await GuessAsync("mallory", $$"""{"pin":"{{WrongPin(pin)}}"}""")).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.Invalid);
        }

        _desk.Clock.Advance(TimeSpan.FromMinutes(4));
        var right = await GuessAsync("mallory", $$"""{"pin":"{{pin}}"}""");
        var wrong = await GuessAsync("mallory", $$"""{"pin":"{{WrongPin(pin)}}"}""");

        (await right.EverythingAsync()).ShouldBe(await wrong.EverythingAsync());
        var problem = await right.ProblemAsync(HttpStatusCode.TooManyRequests, ServiceDeskRefusals.TooManyGuesses);
        problem.Values!["seconds"].ShouldBe("360");
        right.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(6));
        (await GuessAsync("somebody-else", $$"""{"pin":"{{pin}}"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _desk.Clock.Advance(TimeSpan.FromMinutes(6));
        (await GuessAsync("mallory", $$"""{"pin":"{{pin}}"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Enter_RightGuessesInBetween_NeitherCountNorWipeOutWrongOnes()
    {
        var pin = (await _desk.SecretsAsync((await _desk.CreateAsync()).Id)).Pin;
        for (var i = 0; i < 10; i++)
        {
            (await GuessAsync("mallory", $$"""{"pin":"{{pin}}"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await GuessAsync("mallory", $$"""{"pin":"{{WrongPin(pin)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await GuessAsync("mallory", $$"""{"pin":"{{pin}}"}""")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Enter_ManyGuessesAtOnce_LooksAtNoMoreThanTen()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => GuessAsync("mallory", $$"""{"pin":"x{{i}}"}""")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound).ShouldBe(10);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(30);
    }

    [Fact]
    public async Task Enter_OtherLimits_AreKept()
    {
        await using var desk = await Desk.StartAsync(options =>
        {
            options.WrongGuesses = 2;
            options.GuessWindow = TimeSpan.FromSeconds(1.5);
        });
        List<HttpResponseMessage> answers = [];
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await desk.Anonymous().CommandAsync("end-user/enter", """{"pin":"x"}"""));
        }

        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests]);
        answers[2].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Enter_HostHasALimiterOfItsOwn_AsksIt()
    {
        await using var desk = await Desk.StartAsync(services: services => services.AddSingleton<IGuessLimiter, NoGuesses>());
        var answer = await desk.Anonymous().CommandAsync("end-user/enter", """{"pin":"x"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    private static string WrongPin(string pin) => ((int.Parse(pin, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    private async Task CloseAsync(string session) => (await _desk.As("alice").CommandAsync($"sessions/{session}/close")).EnsureSuccessStatusCode();

    private async Task DeleteAsync(string session) => (await _desk.As("alice").DeleteAsync($"sessions/{session}", Desk.Token)).EnsureSuccessStatusCode();

    private Task ExpireAsync(string session)
    {
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> GuessAsync(string caller, string body)
    {
        var client = _desk.Anonymous();
        client.DefaultRequestHeaders.Add(CallerHeader, caller);
        return client.CommandAsync("end-user/enter", body);
    }

    private sealed class HeaderCaller : IServiceDeskCallerResolver
    {
        public string Resolve(HttpContext context) => context.Request.Headers[CallerHeader] is [{ } caller] ? caller : "anybody";
    }

    private sealed class NoGuesses : IGuessLimiter
    {
        public ValueTask<GuessPermit> TakeAsync(string caller, CancellationToken cancellationToken = default) => new(new GuessPermit(false, TimeSpan.FromSeconds(7), 0));

        public ValueTask ReturnAsync(string caller, GuessPermit permit, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }
}
