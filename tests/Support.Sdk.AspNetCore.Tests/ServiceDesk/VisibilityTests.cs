using System.Net;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

/// <summary>Who may not see a thing hears what he would hear if it did not exist.</summary>
[Requirement("SES-02")]
public sealed class VisibilityTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public static TheoryData<string, string, string?> Commands => new()
    {
        { "GET", "", null },
        { "GET", "/history", null },
        { "GET", "/secrets", null },
        { "POST", "/assign", """{"technician":"eve"}""" },
        { "POST", "/take", null },
        { "POST", "/transfer", """{"technician":"eve"}""" },
        { "POST", "/transfer", """{"channel":"network"}""" },
        { "POST", "/invite", """{"technician":"eve"}""" },
        { "POST", "/leave", null },
        { "POST", "/release", null },
        { "POST", "/request-access", "{}" },
        { "POST", "/connect", null },
        { "POST", "/disconnect", null },
        { "POST", "/notes", """{"text":"x"}""" },
        { "POST", "/close", null },
        { "DELETE", "", null },
    };

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Any_OnAnothersSession_IsAnsweredAsOnNone(string method, string action, string? body)
    {
        var shared = await _desk.CreateAsync();
        var secret = await _desk.CreateAsync("alice", "alices-own");
        List<string> answers = [];
        foreach (var (id, ifMatch) in (IEnumerable<(string, string?)>)[("no-such-session", null), (shared.Id, null), (secret.Id, null), (shared.Id, "\"1\""), (secret.Id, "\"1\""), (shared.Id, "\"9\""), (secret.Id, "\"9\"")])
        {
            var response = await _desk.As("eve").CommandAsync($"sessions/{id}{action}", body, ifMatch: method == "GET" ? null : ifMatch, method: new(method));
            await response.ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
            answers.Add(await response.EverythingAsync());
        }

        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PrivateChannel_ForEverybodyElse_DoesNotExist()
    {
        var session = await _desk.CreateAsync("alice", "alices-own");
        foreach (var other in (HttpClient[])[_desk.As("bob"), _desk.As("root", SessionPermissions.Administer)])
        {
            await (await other.GetAsync("channels/alices-own", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);
            await (await other.GetAsync("channels/alices-own/sessions", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);
            await (await other.CommandAsync("channels/alices-own/name", """{"name":"mine"}""", method: HttpMethod.Put)).ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);
            await (await other.CommandAsync("sessions", """{"channel":"alices-own"}""")).ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);
            await (await other.GetAsync($"sessions/{session.Id}", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, SessionRefusals.NotFound);
            (await (await other.GetAsync("channels", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskChannel>>()).Items.ShouldNotContain(channel => channel.Id == "alices-own");
        }

        (await (await _desk.As("alice").GetAsync("channels/alices-own/sessions", Desk.Token)).ReadAsync<ServiceDeskPage<ServiceDeskSession>>()).Items.Single().IsPrivate.ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("GET", "/sessions", null)]
    [InlineData("DELETE", "", null)]
    [InlineData("PUT", "/name", """{"name":"x"}""")]
    [InlineData("PUT", "/settings", """{"timeOutSeconds":60}""")]
    [InlineData("PUT", "/members/eve", "{}")]
    [InlineData("DELETE", "/members/alice", null)]
    public async Task Any_OnAChannelOfOthers_IsAnsweredAsOnNone(string method, string action, string? body)
    {
        List<string> answers = [];
        foreach (var (id, ifMatch) in (IEnumerable<(string, string?)>)[("no-such", null), ("NO%20ID", null), ("network", null), ("alices-own", null), ("network", "\"1\""), ("alices-own", "\"7\"")])
        {
            var response = await _desk.As("eve").CommandAsync($"channels/{id}{action}", body, ifMatch: method == "GET" ? null : ifMatch, method: new(method));
            await response.ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);
            answers.Add(await response.EverythingAsync());
        }

        answers.Distinct().ShouldHaveSingleItem();
    }
}
